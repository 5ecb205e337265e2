//! How this machine is reached from the others of its network. It sends nothing.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// An address set aside for documents (RFC 5737): the way there is the way out of this machine.
const OUTSIDE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);

/// The address that phones on the same network can reach; nothing when there is no network.
pub fn address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // Connecting a datagram socket only picks a route.
    socket.connect(OUTSIDE).ok()?;
    let found = socket.local_addr().ok()?.ip();
    (!found.is_loopback() && !found.is_unspecified()).then_some(found)
}

/// All names and addresses by which this machine may be called.
pub fn names() -> Vec<String> {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default().trim().to_ascii_lowercase();
    named(&host, address())
}

fn named(host: &str, address: Option<IpAddr>) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), Ipv4Addr::LOCALHOST.to_string()];
    let plain = !host.is_empty() && host != "localhost" && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
    if plain {
        names.push(host.to_owned());
        if !host.contains('.') {
            names.push(format!("{host}.local"));
        }
    }
    names.extend(address.map(|address| address.to_string()));
    names
}

/// The address to open on a phone, for a server that listens here; nothing when only this machine reaches it.
pub fn shown(scheme: &str, listens: SocketAddr, lan: Option<IpAddr>) -> Option<String> {
    let reached = match listens.ip() {
        ip if ip.is_loopback() => return None,
        ip if ip.is_unspecified() => lan?,
        ip => ip,
    };
    Some(format!("{scheme}://{}", SocketAddr::new(reached, listens.port())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_is_called_by_name_and_address() {
        let lan = Some(IpAddr::from([192, 168, 1, 20]));
        assert_eq!(named("salle-3", lan), ["localhost", "127.0.0.1", "salle-3", "salle-3.local", "192.168.1.20"]);
        assert_eq!(named("bad name", None), ["localhost", "127.0.0.1"]);
    }

    #[test]
    fn a_phone_is_given_an_address_it_can_reach() {
        let lan = Some(IpAddr::from([192, 168, 1, 20]));
        assert_eq!(shown("http", SocketAddr::from(([0, 0, 0, 0], 3000)), lan).unwrap(), "http://192.168.1.20:3000");
        assert_eq!(shown("https", SocketAddr::from(([10, 0, 0, 2], 443)), lan).unwrap(), "https://10.0.0.2:443");
        assert_eq!(shown("http", SocketAddr::from(([127, 0, 0, 1], 3000)), lan), None);
        assert_eq!(shown("http", SocketAddr::from(([0, 0, 0, 0], 3000)), None), None);
    }
}
