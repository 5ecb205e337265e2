//! What mentors of the demo said when they signed, whom they asked for one step more, and who asks or rests now.

use super::{SeedError, data::Venture, pen::Person};
use shared::{
    Lang, Millis,
    access::{Actor, AskForGate, Grant, Locus, RefuseGate, Role, Scope, StepAside, allow},
    exits::Exit,
    ids::PersonId,
    ventures::Gate,
};
use store::{Db, exits};

const HOUR: i64 = 3_600_000;

/// The sentence a mentor left at a gate, in the language of the venture. The first gate needs none: nobody signs it.
pub(super) fn sentence(lang: Lang, gate: Gate) -> &'static str {
    let [fr, ar] = match gate.0 {
        1 => [
            "Vos entretiens parlent de faits, pas d'avis. On sait maintenant pour qui vous travaillez.",
            "مقابلاتكم تحكي وقائع لا آراء. أصبح واضحا لفائدة من تعملون.",
        ],
        2 => [
            "Vous avez laissé de bonnes idées de côté pour une meilleure, et la raison tient debout.",
            "تركتم أفكارا جيدة من أجل فكرة أفضل، والسبب مقنع.",
        ],
        3 => [
            "Le terrain vous a contredits deux fois et vous avez changé le modèle. C'est du vrai travail.",
            "خالفكم الميدان مرتين فغيرتم النموذج. هذا عمل حقيقي.",
        ],
        4 => [
            "Des gens s'en servent sans votre aide. La deuxième version répond à ce qu'ils ont montré.",
            "يستعمله الناس دون مساعدتكم، والنسخة الثانية تجيب عما أظهروه.",
        ],
        5 => ["Chaque vente laisse de l'argent et vous savez dire combien il en faut.", "كل عملية بيع تترك ربحا، وتعرفون كم يلزم منها."],
        6 => [
            "Le papier est là. Gardez le même soin pour les comptes que pour le métier.",
            "الوثيقة موجودة. نفس العناية مطلوبة في الحسابات كما في الحرفة.",
        ],
        7 => ["Trois mois de ventes, notées au jour le jour : l'activité vit.", "ثلاثة أشهر من المبيعات مسجلة يوما بيوم: النشاط حي."],
        8 => ["Un an après, vous aidez déjà ceux qui commencent.", "بعد سنة، أصبحتم تساعدون من يبدأ."],
        _ => ["", ""],
    };
    match lang {
        Lang::Fr | Lang::En => fr,
        Lang::Ar => ar,
    }
}

/// Plombi waits for a signature, Qatra has a step to do, one team rests for its exams and one has stopped with what it learned.
pub(super) async fn at_work(db: &Db, told: &Venture, at: &Locus, team: &[Person], mentor: PersonId, now: Millis) -> Result<(), SeedError> {
    let Some(first) = team.first() else { return Ok(()) };
    let who = first.actor(at);
    let ago = |hours: i64| Millis(now.0 - hours * HOUR);
    let aside = async |exit, lesson, back, since| -> Result<(), SeedError> {
        exits::step_aside(db, allow(&who, StepAside { at })?, exit, lesson, back, since).await?;
        Ok(())
    };
    match told.slug.as_str() {
        "plombi-oujda" => {
            store::gates::ask(db, allow(&who, AskForGate { at })?, Gate(5), ago(26)).await?;
        }
        "tarz-oujda" => {
            store::gates::ask(db, allow(&who, AskForGate { at })?, Gate(3), ago(5)).await?;
        }
        "qatra-berkane" => {
            let step = "تجربة النموذج مع فلاحين اثنين لا يعرفان الفريق، وتدوين أين يترددان.";
            store::gates::refuse(db, allow(&accompanies(mentor, at), RefuseGate { at, signers: &[] })?, Gate(4), step, ago(50)).await?;
        }
        "bayt-amine-oujda" => {
            let back = Some(Millis(now.0 + 24 * Millis::DAY));
            aside(Exit::Paused, "الثقة تُبنى بلقاءات قصيرة ومتكررة قبل الحديث عن الثمن.", back, ago(72)).await?;
        }
        "brique-palmier-errachidia" => {
            let lesson = "La matière était gratuite mais le four ne l'est pas : il fallait compter l'énergie avant la brique.";
            aside(Exit::Stopped, lesson, None, ago(240)).await?;
        }
        _ => {}
    }
    Ok(())
}

/// The mentor as they stand before the group.
fn accompanies(person: PersonId, at: &Locus) -> Actor {
    let grants = vec![Grant { role: Role::Mentor, scope: Scope::Group(at.group) }];
    Actor { person, name: String::new(), edition: at.edition, grants, lang: Lang::Fr }
}
