using System.Text.Json;
using System.Text.RegularExpressions;

namespace GameNight.Backup;

/// <summary>What a backup has: the file <c>manifest.json</c> in it.</summary>
/// <param name="Format">How the parts are to be read: <see cref="CurrentFormat"/>.</param>
/// <param name="Created">When the backup was begun.</param>
/// <param name="Parts">Every other file in the backup.</param>
public sealed partial record BackupManifest(int Format, DateTimeOffset Created, IReadOnlyList<BackupPart> Parts)
{
    public const string FileName = "manifest.json";

    /// <summary>The format that this build writes, and the only one that it reads.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="InvalidDataException">It is no manifest, or names a file that no data folder has.</exception>
    public static BackupManifest Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(utf8, Json) ?? throw new JsonException("It is null.");
            if (manifest.Format != CurrentFormat)
                throw new InvalidDataException($"The backup has format {manifest.Format}, and this program reads {CurrentFormat}.");
            if (manifest.Parts.FirstOrDefault(part => !PartName.IsMatch(part.Name) || part.Size < 0) is { } wrong)
                throw new InvalidDataException($"The backup has a part \"{wrong.Name}\", which no data folder has.");
            if (manifest.Parts.DistinctBy(part => part.Name, StringComparer.OrdinalIgnoreCase).Count() < manifest.Parts.Count)
                throw new InvalidDataException("The backup has two parts of the same name.");
            return manifest;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The manifest of the backup cannot be read: {e.Message}", e);
        }
    }

    // Names of this form lead nowhere out of a folder: but for the log's, nothing between slashes begins with a dot.
    [GeneratedRegex("""
        ^(observations[.]db|outbox[.]db
        |(keys|tuning)/[^./\\:\p{C}][^/\\:\p{C}]*
        |models/([.]log/(activations[.]jsonl|[0-9]{8}[.]json)|[a-z0-9-]+/[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9_-][A-Za-z0-9._-]*))\z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PartName { get; }
}
