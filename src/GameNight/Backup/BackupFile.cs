using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GameNight.Observations.Transfer;

namespace GameNight.Backup;

/// <summary>
/// A backup as a file: a zip of the parts and their manifest, whose comment is the SHA-256 of every byte before it. The comment is the
/// end of a zip, so that a file that was cut or changed anywhere is noticed before anything of it is believed.
/// </summary>
public static class BackupFile
{
    private const string Mark = "sha256:";

    /// <summary>The most bytes of a manifest: enough for a hundred thousand parts.</summary>
    private const long MaxManifest = 16 << 20;

    private static readonly int CommentLength = Mark.Length + (2 * SHA256.HashSizeInBytes);

    /// <summary>Packs a folder into a file, which is complete or absent, and only its owner may read.</summary>
    /// <param name="folder">Has the parts.</param>
    /// <param name="path">The file. One that is there already is replaced.</param>
    /// <param name="created">When the backup was begun.</param>
    /// <param name="packed">Called after each part.</param>
    /// <param name="cancellation">Leaves no file behind.</param>
    /// <exception cref="InvalidDataException">The folder has a file that is no part of a data folder.</exception>
    public static async Task<BackupManifest> PackAsync(
        string folder, string path, DateTimeOffset created, Action<BackupPart> packed, CancellationToken cancellation)
    {
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, created, []);
        await AtomicFile.WriteAsync(path, async file =>
        {
            await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                zip.Comment = Mark.PadRight(CommentLength, '0');
                foreach (var part in Files(folder))
                {
                    await using var entry = await zip.CreateEntry(part, CompressionLevel.Fastest).OpenAsync(cancellation);
                    await using var source = File.OpenRead(Path.Combine(folder, part));
                    var (size, digest) = await CopyAsync(source, entry, long.MaxValue, cancellation);
                    manifest = manifest with { Parts = [.. manifest.Parts, new BackupPart(part, size, digest)] };
                    packed(manifest.Parts[^1]);
                }

                await using var last = await zip.CreateEntry(BackupManifest.FileName, CompressionLevel.Fastest).OpenAsync(cancellation);
                var content = manifest.ToUtf8();
                _ = BackupManifest.Parse(content);
                await last.WriteAsync(content, cancellation);
            }

            var comment = Mark + await DigestAsync(file, cancellation);
            file.Position = file.Length - CommentLength;
            await file.WriteAsync(Encoding.ASCII.GetBytes(comment), cancellation);
        }, onlyForOwner: true);
        return manifest;
    }

    /// <summary>Checks that a file is a whole backup, without unpacking it.</summary>
    /// <exception cref="InvalidDataException">It is no backup, or it is damaged.</exception>
    public static async Task<BackupManifest> CheckAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var comment = new byte[CommentLength];
        if (file.Length > CommentLength)
        {
            file.Position = file.Length - CommentLength;
            await file.ReadExactlyAsync(comment, cancellation);
        }

        if (Encoding.ASCII.GetString(comment) != Mark + await DigestAsync(file, cancellation))
        {
            throw new InvalidDataException(
                $"{path} is no backup, or it's damaged or cut short. Nothing was changed; try another copy of it.");
        }

        await using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return await ReadManifestAsync(zip, cancellation);
    }

    /// <summary>Unpacks a backup that <see cref="CheckAsync"/> found whole.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="folder">A folder that is empty or missing; it is left as it is when this fails.</param>
    /// <param name="unpacked">Called after each part.</param>
    /// <param name="cancellation">Ends it halfway.</param>
    /// <exception cref="InvalidDataException">A part is missing, damaged or larger than the manifest says.</exception>
    public static async Task UnpackAsync(string path, string folder, Action<BackupPart> unpacked, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var manifest = await ReadManifestAsync(zip, cancellation);
        OwnerFolder.Make(folder);
        var (needed, free) = (manifest.Parts.Sum(part => part.Size), new DriveInfo(folder).AvailableFreeSpace);
        if (needed > free)
            throw new IOException($"The backup needs {needed >> 20:N0} MB, and the disk has {free >> 20:N0} MB. Nothing was changed.");
        foreach (var part in manifest.Parts)
        {
            var entry = zip.GetEntry(part.Name) ?? throw new InvalidDataException($"The backup has no {part.Name}.");
            var target = Path.Combine(folder, part.Name);
            OwnerFolder.Make(Path.GetDirectoryName(target)!);
            await using var source = await entry.OpenAsync(cancellation);
            await using var copy = OwnerFolder.CreateFile(target);
            if (await CopyAsync(source, copy, part.Size, cancellation) != (part.Size, part.Sha256))
                throw new InvalidDataException($"{part.Name} in the backup is damaged. Nothing was changed.");
            await copy.FlushAsync(cancellation);
            RandomAccess.FlushToDisk(copy.SafeFileHandle);
            unpacked(part);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(BackupManifest.FileName) ?? throw new InvalidDataException("The file is no backup: it has no manifest.");
        await using var stream = await entry.OpenAsync(cancellation);
        using var content = new MemoryStream();
        await CopyAsync(stream, content, MaxManifest, cancellation);
        var manifest = BackupManifest.Parse(content.GetBuffer().AsSpan(0, (int)content.Length));
        return zip.Entries.Count == manifest.Parts.Count + 1
            ? manifest
            : throw new InvalidDataException("The backup has files that its manifest doesn't name.");
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">There are more bytes than <paramref name="limit"/>.</exception>
    private static async Task<(long Size, string Sha256)> CopyAsync(
        Stream source, Stream target, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        var size = 0L;
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if ((size += read) > limit)
                throw new InvalidDataException("A part of the backup is larger than its manifest says. Nothing was changed.");
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The SHA-256 of all of a file but its comment.</summary>
    private static async Task<string> DigestAsync(Stream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        var left = file.Length - CommentLength;
        file.Position = 0;
        while (left > 0 && await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellation) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
