//! The one window. It shows the page that was built into the program and can go nowhere else.

use crate::autolock;
use crate::chosen::Way;
use crate::outside::Event;
use crate::state::App;
use serde_json::json;
use std::thread;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{
    AppHandle, DragDropEvent, Manager, PhysicalPosition, Url, WebviewUrl, WebviewWindow,
    WindowEvent,
};

/// The window's name.
pub const LABEL: &str = "main";

/// Nobody listens at the discard port: a request that got past everything else ends here.
const DEAD_PROXY: &str = "http://127.0.0.1:9";

/// Opens the window.
///
/// # Errors
/// The system gives no window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Breakwater")
        .inner_size(1440.0, 900.0)
        .min_inner_size(480.0, 360.0)
        .center()
        .content_protected(true)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_our_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false);
    #[cfg(feature = "testing")]
    let builder = crate::testing::watched(builder);
    let window = leaves_no_trace(offline(builder)).build()?;
    let for_events = window.clone();
    window.on_window_event(move |event| on_event(&for_events, event));
    Ok(())
}

/// Every request of the page that is not the program's own goes to a port where nobody listens.
fn offline(
    builder: WebviewWindowBuilder<'_, tauri::Wry, AppHandle>,
) -> WebviewWindowBuilder<'_, tauri::Wry, AppHandle> {
    match Url::parse(DEAD_PROXY) {
        Ok(url) if !cfg!(target_os = "macos") => builder.proxy_url(url),
        _ => builder,
    }
}

/// The page keeps nothing on disk. `WebDriver` cannot drive a private page, so tests have a common one.
fn leaves_no_trace(
    builder: WebviewWindowBuilder<'_, tauri::Wry, AppHandle>,
) -> WebviewWindowBuilder<'_, tauri::Wry, AppHandle> {
    builder.incognito(!cfg!(feature = "testing"))
}

/// True for the page built into the program; everything else is denied, dropped files and links too.
fn is_our_own(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http" | "https", Some("tauri.localhost")) => cfg!(windows),
        ("about", _) => url.path() == "blank",
        _ => false,
    }
}

/// Brings the window forward, as when the program is started a second time.
pub fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let shown = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = shown {
            crate::harden::say(&format!(
                "The open window could not be brought forward: {error}"
            ));
        }
    }
}

fn on_event(window: &WebviewWindow, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(drag) => on_drag(window, drag),
        WindowEvent::CloseRequested { api, .. } if window.state::<App>().is_open() => {
            api.prevent_close();
            let window = window.clone();
            thread::spawn(move || {
                autolock::save_then_lock(&window.state::<App>());
                window.app_handle().exit(0);
            });
        }
        _ => {}
    }
}

fn on_drag(window: &WebviewWindow, drag: &DragDropEvent) {
    let app = window.state::<App>();
    match drag {
        DragDropEvent::Enter { .. } => app.outside.tell(Event::DropHover, json!({ "over": true })),
        DragDropEvent::Leave => app.outside.tell(Event::DropHover, json!({ "over": false })),
        DragDropEvent::Drop { paths, position } => {
            let scale = window.scale_factor().unwrap_or(1.0);
            dropped(&app, paths.clone(), to_page(*position, scale));
        }
        _ => {}
    }
}

fn to_page(position: PhysicalPosition<f64>, scale: f64) -> (f64, f64) {
    let logical = position.to_logical::<f64>(scale);
    (logical.x, logical.y)
}

/// Files were dropped at this place of the page; counts as having chosen them to read.
pub(crate) fn dropped(app: &App, paths: Vec<std::path::PathBuf>, (x, y): (f64, f64)) {
    let files = app.keep(Way::Dropped, paths);
    app.outside.tell(Event::DropHover, json!({ "over": false }));
    app.outside
        .tell(Event::Dropped, json!({ "files": files, "x": x, "y": y }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, is_allowed: bool) {
        assert_eq!(is_our_own(&Url::parse(url).unwrap()), is_allowed, "{url}");
    }

    #[test]
    fn window_goes_nowhere_but_to_its_own_page() {
        check("tauri://localhost/index.html", true);
        check("about:blank", true);
        check("https://example.org/", false);
        check("http://localhost/", false);
        check("file:///etc/passwd", false);
        check("tauri://elsewhere/", false);
        check("data:text/html,hello", false);
        check("about:config", false);
    }
}
