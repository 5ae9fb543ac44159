//! The desktop shell: takes state, calls one use case, maps the error.
//!
//! Invariant: the window never sees a path, a key, or bytes that came from
//! outside; every rule of the work is in the use cases, none is here.

pub mod autolock;
pub mod bindings;
pub mod chosen;
pub mod clipboard;
pub mod commands;
pub mod dialog;
pub mod error;
pub mod harden;
pub mod held;
pub mod job;
mod leaving;
pub mod look;
pub mod outside;
pub mod recent;
pub mod state;
#[cfg(feature = "testing")]
mod testing;
pub mod window;

use crate::outside::Desktop;
use crate::state::App;
use breakwater_machine::Folders;
use std::process::ExitCode;
use tauri::{AppHandle, Manager, RunEvent};

/// What the window opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The list of cases.
    FirstScreen,
    /// The demonstration case, made if there is none.
    Demonstration,
}

/// Commands wait for disk and for key stretching; with so many threads a slow one keeps no other waiting.
const COMMAND_THREADS: usize = 32;

/// Opens the window and stays until it is closed.
pub fn run(start: Start) -> ExitCode {
    let threads = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(COMMAND_THREADS)
        .enable_all()
        .build();
    let Ok(threads) = threads else {
        return ExitCode::FAILURE;
    };
    tauri::async_runtime::set(threads.handle().clone());
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |app, _arguments, _folder| window::bring_forward(app),
        ))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands::builder().invoke_handler())
        .setup(move |app| Ok(begin(app.handle(), start)?))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(on_run)).unwrap_or(1)),
        Err(tauri::Error::PluginInitialization(plugin, _)) if plugin == "single-instance" => {
            harden::say("Breakwater is open and just ending. Start it again in a moment.");
            ExitCode::FAILURE
        }
        Err(error) => {
            harden::say(&format!("Breakwater could not start: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn begin(app: &AppHandle, start: Start) -> tauri::Result<()> {
    let folders = folders();
    let host = breakwater_machine::host(&folders);
    app.manage(App::new(
        host,
        folders,
        Box::new(Desktop::new(app.clone())),
        start,
    ));
    autolock::start(app.clone());
    #[cfg(feature = "testing")]
    testing::watch_drops(app.clone());
    window::open(app)
}

fn folders() -> Folders {
    #[cfg(feature = "testing")]
    if let Some(folder) = testing::config_folder() {
        return Folders::under(&folder);
    }
    Folders::of_this_account()
}

/// Whatever ends the program, the case is locked first and its audit head written.
#[allow(clippy::needless_pass_by_value, reason = "Tauri hands events by value")]
fn on_run(app: &AppHandle, event: RunEvent) {
    if matches!(event, RunEvent::Exit)
        && let Some(state) = app.try_state::<App>()
        && let Err(error) = state.lock()
    {
        harden::say(&error.message);
    }
}
