use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::Error;

/// Whose certificates are believed.
#[derive(Debug, Clone, Default)]
pub enum Trust {
    /// The machine's own CA store.
    #[default]
    System,
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
            Self::System => f.write_str("the machine's CA store"),
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

    /// The TLS settings of a client. The provider is named here and not installed for the process:
    /// another extension in the same PHP may have one of its own (php-extension.md §1).
    pub(crate) fn tls_config(&self) -> Result<ClientConfig, Error> {
        let defect = |error: rustls::Error| Error::Defect(error.to_string());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(defect)?;
        let builder = match self {
            Self::System => builder.with_platform_verifier().map_err(defect)?,
            Self::Only { store, .. } => builder.with_root_certificates(Arc::clone(store)),
        };
        Ok(builder.with_no_client_auth())
    }
}
