//! The invented people of the demo: staff, mentors, and names for trainees without a venture. Common given and family names, combined at random;
//! no real person is meant. It makes nobody.

use shared::Lang;

/// The passphrase of everybody in a demo.
pub const PASSPHRASE: &str = "fikra-demo";
/// The code on the cards of those who have not entered yet, as people type it.
pub const CODE: &str = "DEMO-CARD";
/// So many trainees of each group, the last by number, have not entered yet.
pub const NOT_ENTERED: u32 = 2;

/// A group: its code, and the towns whose ventures belong to it, its own first.
pub struct Class {
    /// As printed on cards.
    pub code: &'static str,
    /// Town ids.
    pub towns: &'static [&'static str],
}

const fn class(code: &'static str, towns: &'static [&'static str]) -> Class {
    Class { code, towns }
}

/// All groups; most of them in the first three regions.
pub const CLASSES: [Class; 21] = [
    class("OUJ1", &["oujda", "jerada"]),
    class("BER1", &["berkane"]),
    class("NAD1", &["nador"]),
    class("TAO1", &["taourirt", "guercif"]),
    class("AGA1", &["agadir"]),
    class("INE1", &["ait-melloul", "inezgane"]),
    class("TAR1", &["taroudant"]),
    class("TIZ1", &["tiznit"]),
    class("LAA1", &["laayoune"]),
    class("SMA1", &["es-semara"]),
    class("BOU1", &["boujdour"]),
    class("BEN1", &["benguerir"]),
    class("MAR1", &["marrakech", "essaouira"]),
    class("TAN1", &["tanger"]),
    class("FES1", &["fes"]),
    class("KEN1", &["kenitra"]),
    class("BML1", &["beni-mellal"]),
    class("CAS1", &["casablanca"]),
    class("ERR1", &["errachidia"]),
    class("GUE1", &["guelmim"]),
    class("DAK1", &["dakhla"]),
];

/// Groups whose mentor has left: what they wrote stays, and nobody accompanies the group now.
pub const LEFT: [&str; 1] = ["NAD1"];

/// The group of those who come in by the door of the first day: its code and name.
pub const NEWCOMERS: (&str, &str) = ("DEMO", "Premier jour · démonstration");

/// What the n-th of them is called, from 1, in the script of their language.
pub fn newcomer(n: usize, lang: Lang) -> (&'static str, &'static str) {
    let (first, last, _) = trainee(2 * n + usize::from(lang == Lang::Ar));
    (first, last)
}

/// Trainees of a group who have no venture, by its place in [`CLASSES`].
pub fn without_venture(class: usize) -> usize {
    8 + class * 3 % 5
}

/// A mentor.
pub struct Mentor {
    /// Name.
    pub name: &'static str,
    /// Language of the interface.
    pub lang: Lang,
    /// Codes of the groups accompanied.
    pub groups: &'static [&'static str],
}

const fn mentor(name: &'static str, lang: Lang, groups: &'static [&'static str]) -> Mentor {
    Mentor { name, lang, groups }
}

/// All mentors.
pub const MENTORS: [Mentor; 8] = [
    mentor("Nadia Belhaj", Lang::Fr, &["OUJ1", "BER1"]),
    mentor("عبد الرحيم الوردي", Lang::Ar, &["NAD1", "TAO1"]),
    mentor("Karim Ouhssain", Lang::Fr, &["AGA1", "INE1"]),
    mentor("فاطمة أيت علي", Lang::Ar, &["TAR1", "TIZ1", "GUE1"]),
    mentor("مريم بوسيف", Lang::Ar, &["LAA1", "SMA1", "BOU1", "DAK1"]),
    mentor("Hicham Lamrabet", Lang::Fr, &["BEN1", "MAR1", "BML1"]),
    mentor("Leila Benomar", Lang::Fr, &["TAN1", "KEN1", "CAS1"]),
    mentor("رشيد السلاوي", Lang::Ar, &["FES1", "ERR1"]),
];

/// How far a member of the staff reaches.
pub enum Reach {
    /// The edition.
    Everything,
    /// One region, by its ISO code.
    Region(&'static str),
}

/// A member of the staff.
pub struct Staff {
    /// Name.
    pub name: &'static str,
    /// Language of the interface.
    pub lang: Lang,
    /// Where.
    pub reach: Reach,
}

/// All staff: national, and of l'Oriental.
pub const STAFF: [Staff; 2] = [
    Staff { name: "Samira Benjelloul", lang: Lang::Fr, reach: Reach::Everything },
    Staff { name: "خديجة المنصوري", lang: Lang::Ar, reach: Reach::Region("MA-02") },
];

const FIRST_LATIN: [&str; 24] = [
    "Aya", "Badr", "Chaima", "Dounia", "Elias", "Fadwa", "Ghizlane", "Hamza", "Imane", "Jihane", "Khalil", "Loubna", "Mouad", "Nisrine",
    "Othmane", "Rania", "Saad", "Siham", "Taha", "Wiam", "Yasmine", "Younes", "Zakaria", "Zineb",
];
const LAST_LATIN: [&str; 24] = [
    "Abbadi", "Aouad", "Azmani", "Bakkali", "Belaid", "Bouziane", "Chakir", "Daoudi", "Essaidi", "Fathi", "Gharbi", "Haddad", "Idrissi",
    "Jabri", "Kabbaj", "Lahlou", "Mansouri", "Naciri", "Ouali", "Rahmouni", "Sabir", "Tahiri", "Yaagoubi", "Zerouali",
];
const FIRST_ARABIC: [&str; 24] = [
    "آية",
    "بدر",
    "شيماء",
    "دنيا",
    "إلياس",
    "فدوى",
    "غزلان",
    "حمزة",
    "إيمان",
    "جيهان",
    "خليل",
    "لبنى",
    "معاذ",
    "نسرين",
    "عثمان",
    "رانية",
    "سعد",
    "سهام",
    "طه",
    "وئام",
    "ياسمين",
    "يونس",
    "زكرياء",
    "زينب",
];
const LAST_ARABIC: [&str; 24] = [
    "العبادي",
    "عواد",
    "أزماني",
    "البقالي",
    "بلعيد",
    "بوزيان",
    "شاكر",
    "الداودي",
    "السعيدي",
    "فتحي",
    "الغربي",
    "حداد",
    "الإدريسي",
    "الجابري",
    "قباج",
    "لحلو",
    "المنصوري",
    "الناصري",
    "الوالي",
    "الرحموني",
    "صابر",
    "الطاهري",
    "اليعقوبي",
    "الزروالي",
];

/// The n-th invented trainee: first name, family name, language. No two of the first 1,152 are called the same.
pub fn trainee(n: usize) -> (&'static str, &'static str, Lang) {
    let (first, last, lang) = if n.is_multiple_of(2) { (FIRST_LATIN, LAST_LATIN, Lang::Fr) } else { (FIRST_ARABIC, LAST_ARABIC, Lang::Ar) };
    let n = n / 2;
    (first[n % 24], last[(n * 7 + n / 24) % 24], lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::data;
    use std::collections::HashSet;

    #[test]
    fn every_town_of_a_venture_has_one_group_and_every_group_one_mentor() {
        for venture in data::ventures().unwrap() {
            assert_eq!(CLASSES.iter().filter(|class| class.towns.contains(&venture.city.as_str())).count(), 1, "{}", venture.city);
        }
        for class in CLASSES {
            assert_eq!(MENTORS.iter().filter(|mentor| mentor.groups.contains(&class.code)).count(), 1, "{}", class.code);
        }
        assert!(MENTORS.iter().all(|mentor| (2..=4).contains(&mentor.groups.len())));
    }

    #[test]
    fn nobody_is_called_like_somebody_else() {
        let invented = (0..1_152).map(trainee).map(|(first, last, _)| format!("{first} {last}"));
        let teams = data::ventures().unwrap().into_iter().flat_map(|venture| venture.team);
        let named = teams.map(|member| format!("{} {}", member.first_name, member.last_name));
        let others = MENTORS.iter().map(|mentor| mentor.name).chain(STAFF.iter().map(|staff| staff.name)).map(str::to_owned);
        let mut seen = HashSet::new();
        for name in invented.take(300).chain(named).chain(others) {
            assert!(seen.insert(name.clone()), "{name} twice");
        }
    }

    #[test]
    fn the_code_and_the_passphrase_may_be_used() {
        assert!(shared::accounts::passphrase_fits(PASSPHRASE));
        assert_eq!(shared::accounts::OneTimeCode::parse(CODE).unwrap().printed(), "DEM0-CARD");
    }
}
