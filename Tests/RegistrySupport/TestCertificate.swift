/// A certificate for 127.0.0.1 that signs itself, made for tests alone; it ends in 2126.
package enum TestCertificate {
  /// The certificate in PEM.
  package static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBmjCCAUGgAwIBAgIUVTKTDb0Rlmo5BEHXcQaZX8WYCwowCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAwwJaG9zbyB0ZXN0MCAXDTI2MTEyMjAxMDM0NloYDzIxMjYxMDI5
    MDEwMzQ2WjAUMRIwEAYDVQQDDAlob3NvIHRlc3QwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAASkFyRQMLANXI3X/I8LzQgv2mDBmiHM36zlbPdAJvH2KzfK7n2TMDgK
    S2ZKjHKx8X5cImVUPZOwu6A3RLjw/6dxo28wbTAdBgNVHQ4EFgQURvNU905wOLA6
    WzCH8oKCNc0x19MwHwYDVR0jBBgwFoAURvNU905wOLA6WzCH8oKCNc0x19MwGgYD
    VR0RBBMwEYcEfwAAAYIJbG9jYWxob3N0MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
    zj0EAwIDRwAwRAIgKHAPB6iQ8FTk2S2hxbiTJIkWizmbVrnHaeC5JHfDwpkCIE13
    7DelDmgoe2cb95mae7PF18E4EQRkWA2Ic2XOmGNe
    -----END CERTIFICATE-----

    """

  /// Its key in PEM, which protects nothing.
  package static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6nbVH1Siy7kOVN/g
    c6SQ/ONhQGOgy/lY/b4yFRcPO0ChRANCAASkFyRQMLANXI3X/I8LzQgv2mDBmiHM
    36zlbPdAJvH2KzfK7n2TMDgKS2ZKjHKx8X5cImVUPZOwu6A3RLjw/6dx
    -----END PRIVATE KEY-----

    """
}
