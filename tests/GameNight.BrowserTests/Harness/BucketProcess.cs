namespace GameNight.BrowserTests.Harness;

/// <summary>An S3 server as a process of its own, with a bucket <c>models</c>.</summary>
/// <remarks>It signs the pages of a list with a cipher that Node.js has put away.</remarks>
public sealed class BucketProcess() : NodeProcess("s3-server.js", "--openssl-legacy-provider")
{
    /// <summary>What it takes for key and secret.</summary>
    public const string Credential = "S3RVER";
}
