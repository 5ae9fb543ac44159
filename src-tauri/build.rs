//! Lists the commands a window may be allowed to call: without the list every window could call all.

mod names {
    include!("src/commands/names.rs");
}

fn main() {
    println!("cargo::rerun-if-changed=src/commands/names.rs");
    let manifest = tauri_build::AppManifest::new().commands(names::NAMES);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
