//! The command `sidelight`: the same analysis as in the page, on files.

mod encoding;
mod extract;
mod html;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads news articles and writes down their facts. Nothing leaves this machine.
#[derive(Parser)]
#[command(name = "sidelight", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the facts of an article (text or HTML), or of many (JSON lines).
    Extract(extract::Arguments),
}

fn main() -> ExitCode {
    let Command::Extract(arguments) = Arguments::parse().command;
    match extract::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("sidelight: {message}");
            ExitCode::FAILURE
        }
    }
}
