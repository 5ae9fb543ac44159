//! Made-up files, the same every time: flagged accounts with the faults real lists have.

/// A small, steady source of chance (`SplitMix64`): the same seed, the same file.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}

pub const HEADER: &str = "platform,handle,profile link,user id,display name,bio,followers,language,first seen,reason,source,notes,Desk ref";

const PLATFORMS: &[(&str, &str)] = &[
    ("tiktok", "https://www.tiktok.com/@"),
    ("facebook", "https://www.facebook.com/"),
    ("instagram", "https://www.instagram.com/"),
    ("x", "https://x.com/"),
    ("youtube", "https://www.youtube.com/@"),
    ("snapchat", "https://www.snapchat.com/add/"),
    ("telegram", "https://t.me/"),
];

const WORDS: &[(&str, &str)] = &[
    ("sq", "Udhëtim me gomone çdo natë, çmimi £4,500"),
    ("ar", "رحلة يومية الى بريطانيا مضمونة"),
    ("fa", "سفر تضمینی به انگلیس"),
    ("ckb", "ڕێگای بەریتانیا گەرەنتی"),
    ("ps", "انګلستان ته تضمیني سفر"),
    ("vi", "Đường VIP đi Anh bao đậu"),
    ("tr", "İngiltere'ye ışıklı yol, garantili"),
    ("fr", "Passage garanti, chaque nuit"),
    (
        "en",
        "Taxi service UK–FR, boys ready for the journey tonight",
    ),
    ("fa", "قیمت ۴۵۰۰ پوند، هر شب"),
];

/// Words that stand in every file made here and nowhere else; no case file may hold them.
pub const TELLTALES: &[&str] = &[
    "quillfeather",
    "Zanzibarbelle",
    "gomone",
    "مضمونة",
    "0900417",
    "garantili",
];

fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// One good row; `number` makes it unlike every other.
pub fn row(number: usize) -> String {
    let (platform, address) = PLATFORMS[number % PLATFORMS.len()];
    let (language, words) = WORDS[number % WORDS.len()];
    let handle = format!("quillfeather_{number}");
    let url = format!("{address}{handle}");
    let bio = format!("{words}\nWhatsApp +44 7700 900417, \"{number}\" بۆ");
    let name = format!("Zanzibarbelle {number}");
    let followers = (number * 37 % 90_000).to_string();
    let day = format!("2026-11-{:02}", number % 22 + 1);
    let desk = format!("D-{number}");
    let cells = [
        platform,
        &handle,
        &url,
        "",
        &name,
        &bio,
        &followers,
        language,
        &day,
        "offer with a price",
        "sweep",
        "=1+2",
        &desk,
    ];
    cells.map(cell).join(",")
}

/// A file of `rows` good rows.
pub fn good(rows: usize) -> String {
    let mut text = String::from(HEADER);
    for number in 0..rows {
        text.push_str("\r\n");
        text.push_str(&row(number));
    }
    text.push_str("\r\n");
    text
}

/// A file of `rows` rows, many of them repeated, short, long or without anything to go by.
pub fn messy(seed: u64, rows: usize) -> String {
    let mut chance = Chance(seed);
    let mut text = String::from(HEADER);
    for number in 0..rows {
        text.push('\n');
        let line = match chance.below(12) {
            0 => row(chance.below(number + 1)),
            1 => ",,,,nobody to be found,,,,,,,,".to_owned(),
            2 => "tiktok".to_owned(),
            3 => format!("{},one,cell,too,many", row(number)),
            4 => format!("no such place,h{number},,,,,,,,,,,"),
            5 => format!("tiktok,,,73120045991{number:08},by id only,,,,,,,,"),
            6 => format!(",,https://t.me/quillfeather_{number},,by address only,,,,,,,,"),
            7 => format!("tiktok,@quillfeather_{number},,,,,,,31/02/2026,,,,"),
            8 => format!("instagram,,not an address,,,,,,,,,{number},"),
            _ => row(number),
        };
        text.push_str(&line);
    }
    text
}

/// Bytes that no tool recognises, the same for the same seed.
pub fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let mut chance = Chance(seed);
    std::iter::repeat_with(|| chance.next().to_le_bytes())
        .flatten()
        .take(length)
        .collect()
}
