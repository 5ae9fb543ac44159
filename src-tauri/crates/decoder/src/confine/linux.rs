//! What only Linux has: landlock and seccomp.

use super::Unconfined;
use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, Scope,
};
use rustix::process::{DumpableBehavior, set_dumpable_behavior};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};
use std::collections::BTreeMap;

/// Denies every path, every network port and every signal to others, as far as this kernel's
/// landlock reaches; on a kernel without it, [`filter_calls`] alone holds. Nor can another
/// process of the same officer look into this one's memory any more.
pub(super) fn close_paths() -> Result<(), Unconfined> {
    const NEWEST: ABI = ABI::V6;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .restrict_self()?;
    Ok(())
}

/// From now on any system call but those of [`allowed_calls`] ends the process.
pub(super) fn filter_calls() -> Result<(), Unconfined> {
    let program = filter().map_err(|fault| Unconfined::Seccomp(fault.to_string()))?;
    seccompiler::apply_filter_all_threads(&program)
        .map_err(|fault| Unconfined::Seccomp(fault.to_string()))
}

fn filter() -> Result<BpfProgram, seccompiler::BackendError> {
    let processor = TargetArch::try_from(std::env::consts::ARCH)?;
    SeccompFilter::new(
        allowed_calls()?,
        SeccompAction::KillProcess,
        SeccompAction::Allow,
        processor,
    )?
    .try_into()
}

/// Reading standard input, writing standard output, memory that cannot be executed, locks,
/// randomness for hash tables, the clock and ending. Nothing takes a path, an address or makes a
/// descriptor. The same on every processor.
fn allowed_calls() -> Result<BTreeMap<i64, Vec<SeccompRule>>, seccompiler::BackendError> {
    const STDIN: u64 = 0;
    const STDOUT: u64 = 1;
    let descriptor = |number| argument(0, SeccompCmpOp::Eq, number);
    let without =
        |bits: libc::c_int, index| argument(index, SeccompCmpOp::MaskedEq(unsigned(bits)), 0);
    let with = |bits: libc::c_int, index| {
        argument(
            index,
            SeccompCmpOp::MaskedEq(unsigned(bits)),
            unsigned(bits),
        )
    };
    let mut calls: BTreeMap<i64, Vec<SeccompRule>> = [
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_sigaltstack,
        libc::SYS_rt_sigreturn,
        libc::SYS_rt_sigprocmask,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ]
    .into_iter()
    .map(|call| (call, Vec::new()))
    .collect();
    for (call, conditions) in [
        (libc::SYS_read, vec![descriptor(STDIN)?]),
        (libc::SYS_readv, vec![descriptor(STDIN)?]),
        (libc::SYS_write, vec![descriptor(STDOUT)?]),
        (libc::SYS_writev, vec![descriptor(STDOUT)?]),
        (
            libc::SYS_mmap,
            vec![without(libc::PROT_EXEC, 2)?, with(libc::MAP_ANONYMOUS, 3)?],
        ),
        (libc::SYS_mprotect, vec![without(libc::PROT_EXEC, 2)?]),
    ] {
        calls.insert(call, vec![SeccompRule::new(conditions)?]);
    }
    Ok(calls)
}

fn argument(
    index: u8,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, seccompiler::BackendError> {
    SeccompCondition::new(index, SeccompCmpArgLen::Dword, operator, value)
}

fn unsigned(bits: libc::c_int) -> u64 {
    u64::from(bits.unsigned_abs())
}
