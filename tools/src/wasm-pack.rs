//! `wasm-pack`: builds the module and its glue, and drives the browser tests.

use clap::Parser;

fn main() {
    env_logger::init();
    let arguments = wasm_pack::Cli::parse();
    wasm_pack::PBAR.set_log_level(arguments.log_level);
    if arguments.quiet {
        wasm_pack::PBAR.set_quiet(true);
    }
    if let Err(error) = wasm_pack::command::run_wasm_pack(arguments.cmd) {
        eprintln!("Error: {error}");
        for cause in error.chain() {
            eprintln!("Caused by: {cause}");
        }
        std::process::exit(1);
    }
}
