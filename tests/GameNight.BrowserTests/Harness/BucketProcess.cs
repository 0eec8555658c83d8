namespace GameNight.BrowserTests.Harness;

/// <summary>An S3 server in a process of its own, with the bucket <c>models</c>.</summary>
/// <remarks>Its continuation tokens need a cipher that Node.js has only in OpenSSL's legacy provider.</remarks>
public sealed class BucketProcess() : NodeProcess("s3-server.js", "--openssl-legacy-provider")
{
    /// <summary>The access key, and the secret.</summary>
    public const string Credential = "S3RVER";
}
