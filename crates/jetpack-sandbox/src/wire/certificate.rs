//! A certificate authority that lives as long as the sandbox.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::TlsAcceptor;

/// The names a client may use for the sandbox, beside the address it listens on.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// What serving https takes.
pub(crate) struct Certificate {
    pub(crate) acceptor: TlsAcceptor,
    /// The authority's certificate, for clients to trust.
    pub(crate) ca_pem: String,
}

/// Makes an authority and a certificate signed by it. Neither key is kept anywhere.
pub(crate) fn make(address: IpAddr) -> io::Result<Certificate> {
    let (certificate, key, ca_pem) = sign(address).map_err(io::Error::other)?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));

    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(vec![certificate.into()], key)
        })
        .map_err(io::Error::other)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Certificate {
        acceptor: TlsAcceptor::from(Arc::new(config)),
        ca_pem,
    })
}

fn sign(address: IpAddr) -> Result<(rcgen::Certificate, KeyPair, String), rcgen::Error> {
    let mut ca = CertificateParams::default();
    ca.distinguished_name
        .push(DnType::CommonName, "Jetpack sandbox throw-away CA");
    ca.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    ca.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let ca_key = KeyPair::generate()?;
    let ca_pem = ca.self_signed(&ca_key)?.pem();

    let mut leaf =
        CertificateParams::new([NAMES.map(str::to_owned).as_slice(), &[address.to_string()]].concat())?;
    leaf.distinguished_name
        .push(DnType::CommonName, "Jetpack sandbox");
    leaf.use_authority_key_identifier_extension = true;
    let key = KeyPair::generate()?;
    let certificate = leaf.signed_by(&key, &Issuer::new(ca, ca_key))?;
    Ok((certificate, key, ca_pem))
}
