//! How this officer likes the window.

use crate::{Error, Result, Session, screen};
use breakwater_model::case::SettingsView;

const KEY: &str = "settings";

/// The settings, or the defaults.
pub fn read(session: &Session) -> Result<SettingsView> {
    Ok(screen::place::read(session, KEY)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// Keeps the settings.
///
/// # Errors
/// Values outside their range are refused, each by name.
pub fn save(session: &Session, settings: &SettingsView) -> Result<()> {
    let bad = |what: &str| Err(Error::Invalid(format!("{what}.")));
    if !(1..=60).contains(&settings.idle_minutes) {
        return bad("The case locks itself after 1 to 60 minutes");
    }
    if !(12..=24).contains(&settings.text_size) {
        return bad("The text size is 12 to 24 pixels");
    }
    if !["system", "light", "dark", "contrast"].contains(&settings.theme.as_str()) {
        return bad("The theme is system, light, dark or contrast");
    }
    if !["on", "alt", "off"].contains(&settings.single_keys.as_str()) {
        return bad("Single keys are on, alt or off");
    }
    screen::place::save(session, KEY, &serde_json::to_string(settings)?)
}
