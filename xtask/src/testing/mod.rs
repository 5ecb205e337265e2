//! `cargo xtask test`: everything that must hold before a change is taken, in one command.
//! A step that fails does not hide the next one; only what cannot run without it is left out.

mod budget;
mod counting;
mod postgres;
mod stage;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::commands::{HOUSE, cargo, cargo_front, named, succeed};
use crate::front::{self, Flavour};
use crate::places::Places;
use crate::{machine, testing::counting::Count};

pub use stage::chromedriver;

/// This package: apart from the house, so that it shares its artefacts with the task that is running.
const TASKS: [&str; 1] = ["xtask"];

/// The packages that run in the browser; `frontend` turns on the browser's half of `app` for all of them.
const WASM: [&str; 4] = ["board", "shared", "app", "frontend"];

/// The steps in their order.
const STEPS: [&str; 7] = ["fmt", "clippy", "clippy-wasm", "docs", "front", "budget", "tests"];

/// Runs the suite, or the part of it that is asked for.
pub fn test(places: &Places, filter: Option<&str>, only: &[String]) -> Result<()> {
    let all: Vec<&str> = HOUSE.into_iter().chain(TASKS).collect();
    for name in only {
        if !STEPS.contains(&name.as_str()) && !all.contains(&name.as_str()) {
            bail!("there is no step called {name}: choose among {} or the packages {}", STEPS.join(", "), all.join(", "));
        }
    }
    let packages: Vec<&str> = all.iter().copied().filter(|package| only.iter().any(|name| name == package)).collect();
    let wanted = |step: &str| match (step, filter) {
        ("tests", _) => only.is_empty() || !packages.is_empty() || only.iter().any(|name| name == step),
        (_, Some(_)) => only.iter().any(|name| name == step),
        (_, None) => only.is_empty() || only.iter().any(|name| name == step),
    };
    let tested = if packages.is_empty() { all } else { packages.clone() };
    let mut report = Report::default();
    let needs = |package: &str| wanted("tests") && tested.contains(&package);
    if needs("store") || needs("server") || needs("acceptance") {
        report.step("machine", || {
            machine::database()?;
            if needs("acceptance") { machine::browser() } else { Ok(()) }
        });
    }
    if wanted("clippy-wasm") {
        machine::wasm_target(places)?;
    }
    if wanted("fmt") {
        report.step("fmt", || succeed(cargo(places).args(["fmt", "--all", "--check"])));
    }
    if wanted("clippy") {
        report.step("clippy", || {
            [&HOUSE[..], &TASKS].into_iter().try_for_each(|packages| {
                succeed(cargo(places).arg("clippy").args(named(packages)).args(["--all-targets", "--", "-D", "warnings"]))
            })
        });
    }
    if wanted("clippy-wasm") {
        let mut command = cargo_front(places);
        command.arg("clippy").args(named(&WASM)).args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
        report.step("clippy-wasm", || succeed(&mut command));
    }
    if wanted("docs") {
        report.step("docs", || {
            [&HOUSE[..], &TASKS].into_iter().try_for_each(|packages| {
                succeed(cargo(places).args(["doc", "--no-deps"]).args(named(packages)).env("RUSTDOCFLAGS", "-D warnings"))
            })
        });
    }
    let site = if needs("acceptance") || wanted("front") || wanted("budget") {
        report.step_giving("front", || front::site(places, Flavour::Release))
    } else {
        None
    };
    if let Some(site) = &site
        && wanted("budget")
    {
        report.step("budget", || budget::check(&site.files));
    }
    if wanted("tests") {
        // Without a front end the other packages' tests still tell something.
        let testable: Vec<&str> = tested.iter().copied().filter(|package| site.is_some() || *package != "acceptance").collect();
        report.tests(|| stage::run(places, site.as_ref(), &testable, filter));
    }
    report.close()
}

#[derive(Default)]
struct Report {
    lines: Vec<(String, Duration, Outcome)>,
    count: Count,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Good,
    Failed,
}

impl Report {
    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        self.step_giving(name, work);
    }

    fn step_giving<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n== {name}");
        let begun = Instant::now();
        let given = work();
        let outcome = match &given {
            Ok(_) => Outcome::Good,
            Err(error) => {
                println!("{name}: {error:#}");
                self.count.failed += 1;
                Outcome::Failed
            }
        };
        self.lines.push((name.to_owned(), begun.elapsed(), outcome));
        given.ok()
    }

    fn tests(&mut self, work: impl FnOnce() -> Result<Count>) {
        if let Some(count) = self.step_giving("tests", work) {
            self.count.add(count);
            if count.failed > 0
                && let Some(line) = self.lines.last_mut()
            {
                line.2 = Outcome::Failed;
            }
        }
    }

    /// Prints how long each step took and the closing line; an error when anything failed.
    fn close(self) -> Result<()> {
        println!("\nstep           seconds");
        for (name, took, outcome) in &self.lines {
            let word = if *outcome == Outcome::Failed { "  FAILED" } else { "" };
            println!("{name:<14} {:>7.1}{word}", took.as_secs_f32());
        }
        let whole: Duration = self.lines.iter().map(|(_, took, _)| *took).sum();
        println!("{:<14} {:>7.1}\n", "all", whole.as_secs_f32());
        println!("{} passed, {} failed", self.count.passed, self.count.failed);
        let failed: Vec<&str> =
            self.lines.iter().filter(|(_, _, outcome)| *outcome == Outcome::Failed).map(|(name, _, _)| name.as_str()).collect();
        if !failed.is_empty() || self.count.failed > 0 {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }
}
