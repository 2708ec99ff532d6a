//! Runs programs in turns, and measures each run from its start to its end.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

/// How often each program is timed.
pub const ROUNDS: usize = 400;
/// How often each runs before, so that all of it lies in memory.
const WARM_UP: usize = 20;
/// How often memory is measured, which varies little.
const WEIGHINGS: usize = 9;

/// A program with its arguments.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    pub program: &'a Path,
    /// Parted by blanks.
    pub arguments: &'a str,
    /// The folder that it runs in, which is its user's home too.
    pub place: &'a Path,
    /// What its environment holds beside what every run has.
    pub environment: &'a [(&'a str, &'a str)],
}

/// What runs of a program cost.
pub struct Cost {
    /// Seconds, by round.
    pub times: Vec<f64>,
    /// The most memory it held, in kilobytes; none without GNU time.
    pub memory: Option<f64>,
    /// The instructions it executed outside of the kernel; none without valgrind.
    pub instructions: Option<f64>,
}

/// Measures programs in turns: A B A B, so that a slow moment of the machine falls on all of them.
///
/// # Errors
/// When a run fails.
pub fn costs(runs: &[Run<'_>]) -> Result<Vec<Cost>, String> {
    for _ in 0..WARM_UP {
        runs.iter().try_for_each(|run| run.timed().map(drop))?;
    }
    let mut times = vec![Vec::with_capacity(ROUNDS); runs.len()];
    for _ in 0..ROUNDS {
        for (run, times) in runs.iter().zip(&mut times) {
            times.push(run.timed()?);
        }
    }
    let cost =
        |(run, times): (&Run<'_>, Vec<f64>)| Cost { times, memory: run.memory(), instructions: run.instructions() };
    Ok(runs.iter().zip(times).map(cost).collect())
}

impl Run<'_> {
    /// Returns what it writes to stdout.
    ///
    /// # Errors
    /// When it fails.
    pub fn output(&self) -> Result<Vec<u8>, String> {
        let output = self.start(&[]).output().map_err(|error| self.fault(&error.to_string()))?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(self.fault(String::from_utf8_lossy(&output.stderr).trim_end())),
        }
    }

    /// Returns the seconds between asking for the process and knowing that it is gone.
    ///
    /// # Errors
    /// When the run fails.
    pub fn timed(&self) -> Result<f64, String> {
        let mut command = self.start(&[]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut answer = Vec::with_capacity(1 << 17);
        let start = Instant::now();
        let mut child = command.spawn().map_err(|error| self.fault(&error.to_string()))?;
        let stdout = child.stdout.as_mut().expect("stdout is piped");
        stdout.read_to_end(&mut answer).map_err(|error| self.fault(&error.to_string()))?;
        let status = child.wait().map_err(|error| self.fault(&error.to_string()))?;
        let time = start.elapsed().as_secs_f64();
        status.success().then_some(time).ok_or_else(|| self.fault(&status.to_string()))
    }

    /// Returns the most memory of one run, in kilobytes: GNU time writes them as the last line of stderr.
    pub fn weighed(&self) -> Option<f64> {
        let output = self.under(&["time", "-f", "%M"])?;
        String::from_utf8_lossy(&output.stderr).lines().last()?.trim().parse().ok()
    }

    fn memory(&self) -> Option<f64> {
        let mut weights = (0..WEIGHINGS).map(|_| self.weighed()).collect::<Option<Vec<f64>>>()?;
        weights.sort_by(f64::total_cmp);
        Some(weights[WEIGHINGS / 2])
    }

    /// Callgrind writes `Collected : 123456` among its lines on stderr.
    fn instructions(&self) -> Option<f64> {
        let output = self.under(&["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"])?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        let (_, collected) = stderr.lines().find_map(|line| line.split_once("Collected : "))?;
        collected.split_whitespace().next()?.parse().ok()
    }

    /// Runs under another program; none where that is not there, or does not understand.
    fn under(&self, wrapper: &[&str]) -> Option<Output> {
        self.start(wrapper).output().ok().filter(|output| output.status.success())
    }

    /// The environment holds what every run needs, and nothing that differs between users.
    fn start(&self, wrapper: &[&str]) -> Command {
        let mut command = match wrapper {
            [] => Command::new(self.program),
            [wrapper, options @ ..] => {
                let mut command = Command::new(wrapper);
                command.args(options).arg(self.program);
                command
            }
        };
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.args(self.arguments.split_whitespace()).current_dir(self.place).stdin(Stdio::null());
        command.env_clear().env("PATH", path).env("LANG", "C.UTF-8").env("HOME", self.place);
        command.envs(self.environment.iter().copied());
        command
    }

    fn fault(&self, what: &str) -> String {
        format!("`{} {}`: {what}", self.program.display(), self.arguments)
    }
}
