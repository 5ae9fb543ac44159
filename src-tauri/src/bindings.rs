//! The TypeScript the window is written against, made from the commands and their types.
//!
//! `UPDATE_BINDINGS=1 cargo test -p breakwater bindings` writes it; without the
//! variable the same test fails when the committed file is not what the Rust says.

use crate::commands;
use breakwater_model::{ErrorView, exchange::ProgressView};
use specta_typescript::Typescript;
use std::path::Path;
use tauri_specta::ErrorHandlingMode;

const HEADER: &str = "// Made from the Rust types by `make bindings`; never edited.\n";

/// Writes the bindings to `out`.
///
/// # Errors
///
/// A type cannot be told in TypeScript, or `out` cannot be written.
pub fn write(out: &Path) -> Result<(), specta_typescript::Error> {
    commands::builder()
        .typ::<ErrorView>()
        .typ::<ProgressView>()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .export(Typescript::default().header(HEADER), out)
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    #[test]
    fn bindings_are_fresh() {
        let committed =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/generated/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let made = folder.path().join("bindings.ts");
        super::write(&made).unwrap();
        if env::var_os("UPDATE_BINDINGS").is_some() {
            fs::copy(&made, &committed).unwrap();
        }
        let made = fs::read_to_string(&made).unwrap();
        let committed = fs::read_to_string(&committed).unwrap();
        assert!(
            made == committed,
            "run `make bindings` and commit what it writes"
        );
    }
}
