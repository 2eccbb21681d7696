//! Hands out the page on this machine, with the headers that a careful host would send.

use crate::site;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

const FIRST_PORT: u16 = 8080;

pub fn run() -> Result<()> {
    site::build_all()?;
    let open = Open::new(&site::folder(), FIRST_PORT)?;
    println!("\nBilan: {}\n(Ctrl+C ends it.)", open.address());
    open.answer();
    Ok(())
}

/// A folder that is served.
pub struct Open {
    server: Server,
    port: u16,
    folder: PathBuf,
    policy: Option<String>,
}

impl Open {
    /// Takes `port`, or the next one that is free.
    pub fn new(folder: &Path, port: u16) -> Result<Self> {
        let listener = (port..port.saturating_add(100)).find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
        let Some(listener) = listener else { bail!("No port from {port} on is free.") };
        let port = listener.local_addr()?.port();
        let server = Server::from_listener(listener, None)
            .map_err(|error| anyhow::anyhow!("The page cannot be served: {error}."))?;
        let index = std::fs::read_to_string(folder.join("index.html")).context("The page was not built.")?;
        Ok(Open { server, port, folder: folder.to_owned(), policy: policy(&index) })
    }

    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Answers for as long as the program lives.
    pub fn answer(self) {
        let open = Arc::new(self);
        // A browser asks for several files at once; one slow reader must not hold up the others.
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let open = Arc::clone(&open);
                std::thread::spawn(move || {
                    while let Ok(request) = open.server.recv() {
                        // Who went away before the answer does not need one.
                        let _ = open.hand_out(request);
                    }
                })
            })
            .collect();
        for thread in threads {
            let _ = thread.join();
        }
    }

    fn hand_out(&self, request: Request) -> std::io::Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(Response::from_string("Only reading is possible here.").with_status_code(405));
        }
        let Some(path) = self.file(request.url()) else { return request.respond(not_found()) };
        let Ok(file) = File::open(&path) else { return request.respond(not_found()) };
        let mut response = Response::from_file(file);
        for (name, value) in self.headers(&path) {
            if let Ok(header) = Header::from_bytes(name, value.as_bytes()) {
                response.add_header(header);
            }
        }
        request.respond(response)
    }

    /// The file behind an address; never one outside the folder.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        if path.components().any(|part| !matches!(part, Component::Normal(_))) {
            return None;
        }
        Some(self.folder.join(path)).filter(|path| path.is_file())
    }

    fn headers(&self, path: &Path) -> Vec<(&'static str, String)> {
        let mut headers = vec![
            ("Content-Type", kind(path).to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ];
        // A page is held to what it states itself: some editors cannot live under the policy of the first page.
        let own = || std::fs::read_to_string(path).ok().and_then(|page| policy(&page));
        let is_page = path.extension().is_some_and(|extension| extension == "html");
        let policy = if is_page { own() } else { self.policy.clone() };
        headers.extend(policy.map(|policy| ("Content-Security-Policy", policy)));
        headers
    }
}

fn not_found() -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string("There is no such file.").with_status_code(404)
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The security policy that the page states in its head; sent as a header too, it also binds the worker.
fn policy(index: &str) -> Option<String> {
    let (_, after) = index.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, after) = after.split_once("content=\"")?;
    let (policy, _) = after.split_once('"')?;
    Some(policy.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_one_of_the_page() {
        let index =
            "<meta http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'none';\n  script-src 'self'\">";
        assert_eq!(policy(index).as_deref(), Some("default-src 'none'; script-src 'self'"));
        assert_eq!(policy("<html>"), None);
    }

    #[test]
    fn a_page_is_held_to_its_own_policy_and_a_script_to_that_of_the_first() {
        let folder = std::env::temp_dir().join(format!("bilan-policy-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let page = |policy: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        std::fs::write(folder.join("index.html"), page("script-src 'self'")).unwrap();
        std::fs::write(folder.join("editor.html"), page("style-src 'self'")).unwrap();
        let open = Open::new(&folder, 18_280).unwrap();
        let sent = |name: &str| {
            open.headers(&folder.join(name))
                .into_iter()
                .find(|(n, _)| n.ends_with("Policy") && n.starts_with("Content"))
        };
        assert_eq!(sent("index.html").unwrap().1, "script-src 'self'");
        assert_eq!(sent("editor.html").unwrap().1, "style-src 'self'");
        assert_eq!(sent("bilan-worker.js").unwrap().1, "script-src 'self'");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn only_the_folder_is_open() {
        let folder = std::env::temp_dir().join(format!("bilan-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "").unwrap();
        let open = Open::new(&folder, 18_080).unwrap();
        assert!(open.file("/").is_some());
        assert!(open.file("/index.html?a=b").is_some());
        assert_eq!(open.file("/../etc/passwd"), None);
        assert_eq!(open.file("//etc/passwd"), None);
        assert_eq!(open.file("/missing.js"), None);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
