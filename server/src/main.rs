//! The `fikra` binary: reads the command line, runs one command, answers with its exit code. What it does is in the library `server`.

mod cli;

use clap::Parser;
use std::process::ExitCode;

/// Pages are rendered by deep calls, which need more room than a thread has by default when nothing is optimised.
const STACK: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    let asked = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("This machine gives no threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    // Spawned, so that it runs with that room too.
    match runtime.block_on(async { tokio::spawn(cli::run(asked)).await }) {
        Ok(Ok(code)) => code,
        Ok(Err(fault)) => {
            eprintln!("{fault}");
            fault.code()
        }
        Err(_) => ExitCode::FAILURE,
    }
}
