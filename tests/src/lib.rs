//! Tests across crates. The tidy ones hold what ARCHITECTURE.md says of the house; the
//! others take a case through its life with the real `breakwaterctl` and then read,
//! break and search its files as a stranger would, past every crate of ours.

#[cfg(test)]
mod crates;
#[cfg(test)]
mod interface;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod project;
#[cfg(test)]
mod tidy;

#[cfg(test)]
mod counts;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod ctl;
#[cfg(test)]
mod files;
#[cfg(test)]
mod keyholder;
#[cfg(test)]
mod life;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod secrecy;
#[cfg(test)]
mod stock_tools;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod tamper_audit;
#[cfg(test)]
mod tamper_rows;
