//! Answers for what a driven window cannot be given: native dialogs, dropped
//! files, a picture on the clipboard. Only in programs built with `testing`.

use crate::state::App;
use crate::{clipboard, error, window};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::{ErrorCode, ErrorView};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;
use std::{env, fs, thread};
use tauri::webview::WebviewWindowBuilder;
use tauri::{AppHandle, Manager, Wry};

/// Lines already taken from the list of dialogs.
static TAKEN: Mutex<usize> = Mutex::new(0);
const LOOK: Duration = Duration::from_millis(100);

#[derive(Deserialize)]
struct DialogAnswer {
    kind: ChooseKind,
    paths: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Drop {
    paths: Vec<PathBuf>,
    x: f64,
    y: f64,
}

/// Where everything of this account goes, if `BREAKWATER_CONFIG_DIR` says so.
pub fn config_folder() -> Option<PathBuf> {
    env::var_os("BREAKWATER_CONFIG_DIR").map(PathBuf::from)
}

/// The window with the script that `BREAKWATER_TEST_SCRIPT` names, run before the page's own: it sees
/// every breach of the page's policy, and can bring what no longer loads once prototypes are frozen.
pub fn watched(
    builder: WebviewWindowBuilder<'_, Wry, AppHandle>,
) -> WebviewWindowBuilder<'_, Wry, AppHandle> {
    let script =
        env::var_os("BREAKWATER_TEST_SCRIPT").and_then(|file| fs::read_to_string(file).ok());
    match script {
        Some(script) => builder.initialization_script(script),
        None => builder,
    }
}

/// The next answer of the file that `BREAKWATER_TEST_DIALOGS` names, one JSON line for each dialog.
/// A list at its end cancels the dialog; a line for another dialog is an error of the test.
pub fn dialog(kind: ChooseKind) -> Option<Result<Vec<PathBuf>, ErrorView>> {
    let file = PathBuf::from(env::var_os("BREAKWATER_TEST_DIALOGS")?);
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    Some(match line::<DialogAnswer>(&file, *taken) {
        Ok(None) => Ok(Vec::new()),
        Ok(Some(answer)) if answer.kind == kind => {
            *taken += 1;
            Ok(answer.paths)
        }
        Ok(Some(answer)) => Err(error::new(
            ErrorCode::Internal,
            format!("the list answers {:?}, asked was {kind:?}", answer.kind),
        )),
        Err(error) => Err(error),
    })
}

fn line<T: DeserializeOwned>(file: &PathBuf, number: usize) -> Result<Option<T>, ErrorView> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let whole = text
        .rfind('\n')
        .map_or("", |end| text.get(..end).unwrap_or(""));
    let parsed = whole
        .lines()
        .nth(number)
        .map(serde_json::from_str)
        .transpose();
    parsed.map_err(|error| error::new(ErrorCode::Internal, format!("line {number}: {error}")))
}

/// The picture that `BREAKWATER_TEST_CLIPBOARD` names, as if its pixels were on the clipboard.
pub fn clipboard_picture() -> Option<Result<Vec<u8>, ErrorView>> {
    let file = PathBuf::from(env::var_os("BREAKWATER_TEST_CLIPBOARD")?);
    Some(clipboard::png(
        image::open(file).ok().map(image::DynamicImage::into_rgba8),
    ))
}

/// Drops files on the window for each line appended to the file that `BREAKWATER_TEST_DROPS` names.
pub fn watch_drops(app: AppHandle) {
    let Some(file) = env::var_os("BREAKWATER_TEST_DROPS").map(PathBuf::from) else {
        return;
    };
    thread::spawn(move || {
        let mut taken = 0;
        loop {
            match line::<Drop>(&file, taken) {
                Ok(Some(drop)) => {
                    taken += 1;
                    window::dropped(&app.state::<App>(), drop.paths, (drop.x, drop.y));
                }
                Ok(None) => thread::park_timeout(LOOK),
                Err(error) => return crate::harden::say(&error.message),
            }
        }
    });
}
