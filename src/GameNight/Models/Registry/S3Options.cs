using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using GameNight.Configuration;

namespace GameNight.Models.Registry;

/// <summary>The bucket and its server. The AWS SDK finds the credentials: in the environment, a profile or a role.</summary>
/// <param name="Bucket">The bucket's name. It must exist.</param>
/// <param name="Prefix">The beginning of every key, such as <c>models/</c>; empty for the bucket's root.</param>
/// <param name="ServiceUrl">A server other than Amazon's; null for Amazon's in <paramref name="Region"/>.</param>
/// <param name="Region">The bucket's region, such as <c>eu-central-1</c>; null only with a server other than Amazon's.</param>
/// <param name="ForcePathStyle">Whether the bucket is in the URL's path instead of its host name.</param>
/// <param name="ChecksumsWhenRequired">
/// Whether uploads go without checksums and chunks, which many compatible servers store as part of the object.
/// </param>
public sealed record S3Options(
    string Bucket, string Prefix, Uri? ServiceUrl, string? Region, bool ForcePathStyle, bool ChecksumsWhenRequired)
{
    // The start of a game waits for this while the server is down, and so does every request for its models.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <param name="settings">The settings of the game.</param>
    /// <param name="isWanted">Whether the bucket is the registry, so that its name and its server or region must be set.</param>
    public static S3Options Read(SettingsReader settings, bool isWanted)
    {
        var url = settings.TakeAddress("Registry:S3:ServiceUrl", "http://localhost:9000");
        var region = settings.TakeWord("Registry:S3:Region", "a region such as eu-central-1") ?? settings.DefaultRegion;
        var bucket = settings.TakeWord("Registry:S3:Bucket", "a bucket's name");
        if (isWanted && bucket is null)
            settings.ReportMissing("Registry:S3:Bucket", "the registry is to be S3");
        if (isWanted && url is null && region is null)
            settings.ReportMissing("Registry:S3:Region", "the registry is to be S3, and neither a ServiceUrl nor AWS_REGION is set");
        return new S3Options(
            bucket ?? "",
            settings.Take("Registry:S3:Prefix", _ => true, "any text") ?? "",
            url,
            region,
            settings.TakeSwitch("Registry:S3:ForcePathStyle") ?? url is not null,
            settings.TakeSwitch("Registry:S3:ChecksumsWhenRequired") ?? url is not null);
    }

    /// <summary>Makes a client, which connects with the first request. One is enough for the whole process.</summary>
    public IAmazonS3 Connect()
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = ForcePathStyle,
            ConnectTimeout = ConnectTimeout,
            Timeout = ResponseTimeout,
            MaxErrorRetry = 1,
            RequestChecksumCalculation = ChecksumsWhenRequired
                ? RequestChecksumCalculation.WHEN_REQUIRED
                : RequestChecksumCalculation.WHEN_SUPPORTED,
            ResponseChecksumValidation = ChecksumsWhenRequired
                ? ResponseChecksumValidation.WHEN_REQUIRED
                : ResponseChecksumValidation.WHEN_SUPPORTED,
        };
        if (ServiceUrl is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (ServiceUrl.ToString(), Region ?? "us-east-1");
        return new AmazonS3Client(config);
    }
}
