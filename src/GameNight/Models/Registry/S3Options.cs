using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using GameNight.Configuration;

namespace GameNight.Models.Registry;

/// <summary>Which bucket, and how its server is spoken to. The credentials are those that the AWS SDK finds: environment, profile, role.</summary>
/// <param name="Bucket">It must exist.</param>
/// <param name="Prefix">What every key begins with, <c>models/</c> for example; empty for the bucket's root.</param>
/// <param name="ServiceUrl">A server that is not Amazon's; null for Amazon's in <paramref name="Region"/>.</param>
/// <param name="Region">Of the bucket, <c>eu-central-1</c> for example.</param>
/// <param name="ForcePathStyle">The bucket in the path instead of the host name.</param>
/// <param name="ChecksumsWhenRequired">Neither checksums nor chunks around an upload: many compatible servers store them into the object.</param>
public sealed record S3Options(string Bucket, string Prefix, Uri? ServiceUrl, string? Region, bool ForcePathStyle, bool ChecksumsWhenRequired)
{
    /// <summary>A start without the server, and everybody who asks for its models, waits for so long and no longer.</summary>
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(30);

    /// <param name="settings">The game's.</param>
    /// <param name="isWanted">Whether the bucket is the registry, so that its name and place must be set.</param>
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

    /// <summary>Connects with the first request. The caller keeps it as long as the process runs.</summary>
    public IAmazonS3 Connect()
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = ForcePathStyle,
            ConnectTimeout = Connecting,
            Timeout = Answering,
            MaxErrorRetry = 1,
            RequestChecksumCalculation = ChecksumsWhenRequired ? RequestChecksumCalculation.WHEN_REQUIRED : RequestChecksumCalculation.WHEN_SUPPORTED,
            ResponseChecksumValidation = ChecksumsWhenRequired ? ResponseChecksumValidation.WHEN_REQUIRED : ResponseChecksumValidation.WHEN_SUPPORTED,
        };
        if (ServiceUrl is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (ServiceUrl.ToString(), Region ?? "us-east-1");
        return new AmazonS3Client(config);
    }
}
