//! Who may know whom in the interface: app → areas → kit → lib, and one seam to the outside.

use crate::project::{ending, files, none, text};

/// The layer of a file below `ui/src`: an area counts as a layer of its own.
fn layer(path: &str) -> String {
    let mut parts = path.split('/');
    let first = parts.next().unwrap();
    match (first, parts.next()) {
        ("areas", Some(area)) => format!("areas/{area}"),
        ("kit" | "lib" | "host" | "generated" | "record", _) => first.to_owned(),
        _ => "app".to_owned(),
    }
}

fn may_import(from: &str, to: &str) -> bool {
    let below: &[&str] = match from {
        "lib" | "generated" => &[],
        "kit" => &["host", "lib"],
        "host" => &["generated", "lib"],
        "record" => &["host", "kit", "lib"],
        area if area.starts_with("areas/") => &["host", "kit", "lib", "record"],
        _ => return to != "generated",
    };
    from == to || below.contains(&to)
}

/// What a file imports: `(line, specifier)`.
fn imports(path: &str) -> Vec<(usize, String)> {
    let text = text(path).unwrap();
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for opening in [
            "from '",
            "from \"",
            "import '",
            "import \"",
            "import('",
            "import(\"",
        ] {
            let Some(at) = line.find(opening) else {
                continue;
            };
            let rest = &line[at + opening.len()..];
            if let Some(end) = rest.find(['\'', '"']) {
                found.push((number + 1, rest[..end].to_owned()));
                break;
            }
        }
    }
    found
}

/// The file's path below `ui/src`, once `./` and `../` are walked.
fn resolve(from: &str, specifier: &str) -> Option<String> {
    if !specifier.starts_with('.') {
        return specifier.strip_prefix("@/").map(str::to_owned);
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn sources() -> Vec<String> {
    files("ui/src")
        .into_iter()
        .filter(|path| matches!(ending(path), "ts" | "tsx"))
        .collect()
}

fn is_test(path: &str) -> bool {
    path.ends_with(".test.ts") || path.ends_with(".test.tsx")
}

#[test]
fn no_layer_of_the_interface_knows_one_above_or_beside_it() {
    let mut faults = Vec::new();
    for path in sources() {
        let inner = path.strip_prefix("ui/src/").unwrap();
        let from = layer(inner);
        for (line, specifier) in imports(&path) {
            let Some(target) = resolve(inner, &specifier) else {
                continue;
            };
            let to = layer(&target);
            if !is_test(&path) && !may_import(&from, &to) {
                faults.push(format!("{path}:{line}: {from} imports {to} ({specifier})"));
            }
        }
    }
    none(&faults, "an arrow that ARCHITECTURE.md does not draw");
}

#[test]
fn one_seam_leads_to_the_outside() {
    let mut faults = Vec::new();
    for path in sources() {
        let is_seam = path == "ui/src/host/tauri.ts" || path.starts_with("ui/src/generated/");
        for (line, specifier) in imports(&path) {
            if specifier.starts_with("@tauri-apps/") && !is_seam {
                faults.push(format!("{path}:{line}: {specifier}"));
            }
        }
    }
    none(
        &faults,
        "only host/tauri.ts and the generated code speak to the program",
    );
}

#[test]
fn the_page_asks_nothing_of_a_network() {
    let mut faults = Vec::new();
    for path in sources().into_iter().filter(|path| !is_test(path)) {
        for (number, line) in text(&path).unwrap().lines().enumerate() {
            let asks = [
                "fetch(",
                "XMLHttpRequest",
                "new WebSocket",
                "EventSource(",
                "sendBeacon(",
            ];
            if asks.iter().any(|one| line.contains(one))
                && !line.contains("refetch(")
                && !line.contains("prefetch(")
            {
                faults.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(&faults, "nothing in the window can reach a network");
}

#[test]
fn kit_has_no_words_of_the_domain() {
    let words = [
        "Account",
        "Handle",
        "Exhibit",
        "Sighting",
        "Referral",
        "Assessment",
        "Officer",
    ];
    let mut faults = Vec::new();
    for path in files("ui/src/kit")
        .into_iter()
        .filter(|path| ending(path) == "tsx" && !is_test(path))
    {
        for (number, line) in text(&path).unwrap().lines().enumerate() {
            let mut parts = line.split(|c: char| !c.is_ascii_alphanumeric());
            if let Some(word) = parts.find(|part| words.contains(part)) {
                faults.push(format!("{path}:{}: {word}", number + 1));
            }
        }
    }
    none(&faults, "the design system knows no cases");
}

/// Where red may stand: safeguarding, stopped exhibits, damage, the banner of what is not approved; and
/// the parts of the design system that offer it.
const RED: [&str; 31] = [
    // An open safeguarding act of an account in a network.
    "ui/src/areas/networks/networks.module.css",
    "ui/src/app/CutBackNotice.module.css",
    "ui/src/app/Rail.module.css",
    "ui/src/areas/audit/CheckStrip.module.css",
    "ui/src/areas/audit/VerifyResult.module.css",
    "ui/src/areas/exchange/CountsSum.module.css",
    "ui/src/areas/referrals/Notice.module.css",
    // A safeguarding act that nobody has answered.
    "ui/src/areas/today/ActLine.tsx",
    "ui/src/areas/today/index.tsx",
    "ui/src/kit/Button.module.css",
    "ui/src/kit/Button.tsx",
    "ui/src/kit/Confirm.tsx",
    "ui/src/kit/Menu.module.css",
    "ui/src/kit/Menu.tsx",
    "ui/src/kit/choices.module.css",
    "ui/src/kit/choices.tsx",
    "ui/src/kit/layout.module.css",
    "ui/src/kit/layout.tsx",
    "ui/src/kit/marks.module.css",
    "ui/src/kit/marks.tsx",
    "ui/src/kit/states.module.css",
    "ui/src/kit/tokens.css",
    "ui/src/record/act/ActDialog.tsx",
    "ui/src/record/act/OpenActions.module.css",
    "ui/src/record/exhibit/StopDialog.tsx",
    "ui/src/record/exhibit/Thumb.module.css",
    "ui/src/record/exhibit/Viewer.tsx",
    "ui/src/record/inspector/Inspector.tsx",
    "ui/src/record/item/ItemHeader.tsx",
    "ui/src/record/list/AccountLine.module.css",
    "ui/src/record/list/AccountLine.tsx",
];

#[test]
fn red_is_for_safeguarding_and_damage_only() {
    let faults: Vec<String> = files("ui/src")
        .into_iter()
        .filter(|path| matches!(ending(path), "css" | "tsx") && !is_test(path))
        .filter(|path| !RED.contains(&path.as_str()))
        .filter(|path| {
            let text = text(path).unwrap();
            text.contains("\"danger\"") || text.contains("--danger")
        })
        .collect();
    none(&faults, "an ordinary failure is amber");
}
