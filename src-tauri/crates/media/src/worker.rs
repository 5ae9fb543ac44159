//! One child process and the thread that talks to it.

use crate::wire::{self, Kind, Reply, WireError};
use std::io;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

/// Why a worker is of no more use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It took too long.
    Time,
    /// It could not give up its rights.
    Unconfined,
    /// It died, or its answer was none.
    Died,
}

struct Job {
    kind: Kind,
    max_edge: u32,
    bytes: Vec<u8>,
}

/// A running child. Dropping it kills the child and waits for its end, which cannot block.
#[derive(Debug)]
pub(crate) struct Worker {
    child: Child,
    jobs: SyncSender<Job>,
    replies: Receiver<Result<Reply, WireError>>,
    served: u32,
}

impl Worker {
    /// Starts the child with an empty environment and no streams but the two.
    pub(crate) fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if let Some(folder) = program.parent() {
            command.current_dir(folder);
        }
        without_console(&mut command);
        let mut child = command.spawn()?;
        let (jobs, to_serve) = sync_channel(1);
        let (answers, replies) = sync_channel(1);
        let streams = child.stdin.take().zip(child.stdout.take());
        let mut worker = Self {
            child,
            jobs,
            replies,
            served: 0,
        };
        let Some((input, output)) = streams else {
            worker.end();
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        std::thread::Builder::new()
            .name("breakwater-decoder".to_owned())
            .spawn(move || converse(input, output, &to_serve, &answers))?;
        Ok(worker)
    }

    /// Pictures answered so far.
    pub(crate) fn served(&self) -> u32 {
        self.served
    }

    /// Has one picture decoded. After an error the child has ended.
    pub(crate) fn ask(
        &mut self,
        kind: Kind,
        max_edge: u32,
        bytes: &[u8],
        time: Duration,
    ) -> Result<Reply, Ended> {
        let job = Job {
            kind,
            max_edge,
            bytes: bytes.to_vec(),
        };
        if self.jobs.send(job).is_err() {
            return Err(self.end());
        }
        match self.replies.recv_timeout(time) {
            Ok(Ok(reply)) => {
                self.served = self.served.saturating_add(1);
                Ok(reply)
            }
            Err(RecvTimeoutError::Timeout) => {
                self.end();
                Err(Ended::Time)
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.end()),
        }
    }

    fn end(&mut self) -> Ended {
        // Killing fails only where the child has already been waited for.
        let _ = self.child.kill();
        match self.child.wait() {
            Ok(status) if status.code() == Some(i32::from(wire::UNCONFINED)) => Ended::Unconfined,
            _ => Ended::Died,
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.end();
    }
}

/// Serves jobs until either side is gone. A child that is killed breaks its pipes, which ends this.
fn converse(
    mut input: ChildStdin,
    mut output: ChildStdout,
    jobs: &Receiver<Job>,
    answers: &SyncSender<Result<Reply, WireError>>,
) {
    while let Ok(job) = jobs.recv() {
        let reply = wire::write_request(&mut input, job.kind, job.max_edge, &job.bytes)
            .and_then(|()| wire::read_reply(&mut output, job.max_edge));
        let is_over = reply.is_err();
        if answers.send(reply).is_err() || is_over {
            return;
        }
    }
}

#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_console(_command: &mut Command) {}
