/** Starts and ends one tauri-driver, which starts WebKitWebDriver, which starts the workbench. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export const root = resolve(import.meta.dirname, "../../..");
export const programs = resolve(process.env.BREAKWATER_PROGRAMS ?? join(root, "target/debug"));

export interface Driver {
  readonly port: number;
  readonly pid: number;
  /** Ends the driver, and with it whatever it started. */
  readonly end: () => Promise<void>;
}

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port could be had");
  server.close();
  await once(server, "close");
  return address.port;
}

async function answers(port: number): Promise<boolean> {
  const socket = new Socket();
  try {
    socket.connect(port, "127.0.0.1");
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Starts a driver whose window gets exactly this environment. */
export async function startDriver(environment: NodeJS.ProcessEnv): Promise<Driver> {
  const program = join(root, "target/tools/bin/tauri-driver");
  for (const needed of [program, join(programs, "breakwater")]) {
    if (!existsSync(needed)) throw new Error(`${needed} is not there: run make test`);
  }
  const port = await freePort();
  const nativePort = await freePort();
  const child = spawn(program, ["--port", String(port), "--native-port", String(nativePort)], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const deadline = Date.now() + 20_000;
  // The driver takes a session as soon as it listens itself, and drops it while WebKit's does not yet.
  while (!(await answers(port)) || !(await answers(nativePort))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`no driver answers on ports ${port} and ${nativePort}`);
    }
    await pause(50);
  }
  return {
    port,
    pid: child.pid ?? 0,
    end: async () => {
      child.kill("SIGTERM");
      const gone = await Promise.race([ended(child).then(() => true), pause(5_000, false)]);
      if (!gone) {
        child.kill("SIGKILL");
        await ended(child);
      }
    },
  };
}
