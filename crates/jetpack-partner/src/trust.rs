use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use crate::Error;

/// Where distributions keep the CAs that the machine believes, all in one file: Debian and Alpine, Fedora and EL, EL since 7,
/// SUSE, the BSDs and others.
const BUNDLES: [&str; 5] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// The same, a file for each, where there is no such file.
const FOLDERS: [&str; 2] = ["/etc/ssl/certs", "/etc/pki/tls/certs"];

/// Whose certificates are believed.
#[derive(Debug, Clone, Default)]
pub enum Trust {
    /// The machine's own CA store, wherever `SSL_CERT_FILE` and `SSL_CERT_DIR` point: a script in the same process could
    /// have set them.
    #[default]
    System,
    /// The same, as it was when it was read.
    Read(Arc<RootCertStore>),
    /// The CAs of one PEM file, instead of the machine's.
    Only {
        /// Where they were read from.
        file: PathBuf,
        /// What was in it.
        store: Arc<RootCertStore>,
    },
}

impl fmt::Display for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System | Self::Read(_) => f.write_str("the machine's CA store"),
            Self::Only { file, .. } => write!(f, "only those of {}", file.display()),
        }
    }
}

/// Why a CA file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCaFile {
    /// The file is missing, unreadable, or not PEM.
    #[error("it cannot be read as PEM: {0}")]
    Unreadable(String),
    /// There is no certificate in it, or one that is no CA certificate.
    #[error("it holds no usable CA certificate")]
    NoCertificate,
}

impl Trust {
    /// Reads the CAs of a PEM file.
    pub fn from_ca_file(path: &Path) -> Result<Self, InvalidCaFile> {
        let unreadable = |error: rustls::pki_types::pem::Error| InvalidCaFile::Unreadable(error.to_string());
        let mut store = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(path).map_err(unreadable)? {
            let certificate = certificate.map_err(unreadable)?;
            store.add(certificate).map_err(|_| InvalidCaFile::NoCertificate)?;
        }
        if store.is_empty() {
            return Err(InvalidCaFile::NoCertificate);
        }
        Ok(Self::Only {
            file: path.to_owned(),
            store: Arc::new(store),
        })
    }

    /// Reads what has to be read, so that a client that is made later need not.
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when there is nothing to read.
    pub fn read(&self) -> Result<Self, Error> {
        match self {
            Self::System => machine_store().map(|store| Self::Read(Arc::new(store))),
            read => Ok(read.clone()),
        }
    }

    /// How many CAs are believed.
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when there are none.
    pub fn authorities(&self) -> Result<usize, Error> {
        match self {
            Self::System => machine_store().map(|store| store.len()),
            Self::Read(store) | Self::Only { store, .. } => Ok(store.len()),
        }
    }

    /// The TLS settings of a client. The provider is named here and not installed for the process:
    /// another extension in the same PHP may have one of its own (php-extension.md §1).
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when TLS cannot be set up at all, as without any CA store.
    pub(crate) fn tls_config(&self) -> Result<ClientConfig, Error> {
        let defect = |error: rustls::Error| Error::Defect(error.to_string());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(defect)?;
        let store = match self {
            Self::System => Arc::new(machine_store()?),
            Self::Read(store) | Self::Only { store, .. } => Arc::clone(store),
        };
        Ok(builder.with_root_certificates(store).with_no_client_auth())
    }
}

/// The CAs that the machine believes.
fn machine_store() -> Result<RootCertStore, Error> {
    let exists = |path: &&&str| Path::new(path).exists();
    let bundle = BUNDLES.iter().find(exists).map(Path::new);
    let folder = FOLDERS
        .iter()
        .find(exists)
        .filter(|_| bundle.is_none())
        .map(Path::new);
    let found = rustls_native_certs::load_certs_from_paths(bundle, folder);
    let mut store = RootCertStore::empty();
    // A store may hold one that is no longer understood; the others still count.
    store.add_parsable_certificates(found.certs);
    match store.is_empty() {
        true => Err(Error::Defect(
            "this machine has no CA certificates; install its package ca-certificates".into(),
        )),
        false => Ok(store),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machines_store_is_the_same_once_it_is_read() {
        let read = Trust::System.read().unwrap();
        assert!(matches!(read, Trust::Read(_)));
        assert_eq!(read.authorities(), Trust::System.authorities());
        // Clients are told apart by it.
        assert_eq!(read.to_string(), Trust::System.to_string());
        assert!(
            matches!((read.read(), read), (Ok(Trust::Read(again)), Trust::Read(once)) if Arc::ptr_eq(&again, &once))
        );
    }
}
