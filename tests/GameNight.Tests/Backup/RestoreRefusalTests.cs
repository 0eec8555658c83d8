using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GameNight.Backup;
using GameNight.Observations.Transfer;

namespace GameNight.Tests.Backup;

/// <summary>What cannot be restored safely is refused, and the folder stays as it was.</summary>
public sealed class RestoreRefusalTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    [Fact]
    public async Task Check_AnyByteFlipped_IsRefused()
    {
        await BackUpLittleAsync();
        var good = await File.ReadAllBytesAsync(_folder.File);
        for (var i = 0; i < good.Length; i++)
        {
            var bad = good.ToArray();
            bad[i] ^= (byte)(1 << (i % 8));
            await File.WriteAllBytesAsync(_folder.File, bad);
            await Assert.ThrowsAsync<InvalidDataException>(() => BackupFile.CheckAsync(_folder.File, default));
        }
    }

    [Fact]
    public async Task Check_CutAnywhere_IsRefused()
    {
        await BackUpLittleAsync();
        var good = await File.ReadAllBytesAsync(_folder.File);
        for (var length = 0; length < good.Length; length++)
        {
            await File.WriteAllBytesAsync(_folder.File, good[..length]);
            await Assert.ThrowsAsync<InvalidDataException>(() => BackupFile.CheckAsync(_folder.File, default));
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.9)]
    public async Task Restore_DamagedBackup_LeavesTheFolderUntouched(double where)
    {
        await _folder.PlayAsync("ann");
        await _folder.BackUpAsync();
        var bytes = await File.ReadAllBytesAsync(_folder.File);
        bytes[(int)(where * bytes.Length)] ^= 1;
        await File.WriteAllBytesAsync(_folder.File, bytes);
        var before = BackupFolder.Content(_folder.Data);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => _folder.RestoreAsync("--replace"));

        Assert.Contains("damaged or cut short", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, BackupFolder.Content(_folder.Data));
    }

    [Theory]
    [InlineData("../outside.db", "no data folder has")]
    [InlineData("models/../../outside", "no data folder has")]
    [InlineData("keys/../observations.db", "no data folder has")]
    [InlineData("/etc/outside", "no data folder has")]
    [InlineData("keys\\..\\..\\outside", "no data folder has")]
    [InlineData("in-use.lock", "no data folder has")]
    [InlineData("keys/key.xml", "larger than its manifest says")]
    public async Task Restore_CraftedBackup_LeavesTheFolderUntouched(string name, string reason)
    {
        await _folder.PlayAsync("ann");
        var before = BackupFolder.Content(_folder.Data);
        await CraftAsync(name, "content", size: 3);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => _folder.RestoreAsync("--replace"));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, BackupFolder.Content(_folder.Data));
    }

    [Fact]
    public async Task Restore_WhereDrawingsAre_IsRefusedUnlessAskedToReplaceThem()
    {
        await _folder.PlayAsync("ann");
        await _folder.BackUpAsync();
        var backedUp = await _folder.ExportAsync(ExportFormat.Jsonl);
        await _folder.PlayAsync("bob");
        var before = await _folder.ExportAsync(ExportFormat.Jsonl);

        var refused = await Assert.ThrowsAsync<IOException>(() => _folder.RestoreAsync());
        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _folder.ExportAsync(ExportFormat.Jsonl));

        await _folder.RestoreAsync("--replace");
        Assert.Equal(backedUp, await _folder.ExportAsync(ExportFormat.Jsonl));
        var aside = Assert.Single(Directory.EnumerateDirectories(_folder.Data, "replaced-*"));
        File.Move(Path.Combine(aside, "observations.db"), Path.Combine(_folder.Data, "observations.db"), overwrite: true);
        Assert.Equal(before, await _folder.ExportAsync(ExportFormat.Jsonl));
    }

    [Theory]
    [InlineData("--replace")]
    [InlineData]
    public async Task Restore_OverADamagedDatabase_SaysWhatToDoAndThenWorks(params string[] options)
    {
        await _folder.PlayAsync("ann");
        await _folder.BackUpAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, "observations.db"), new string('x', 8192));
        var before = BackupFolder.Content(_folder.Data);

        var refused = await Assert.ThrowsAsync<IOException>(() => _folder.RestoreAsync(options));

        Assert.Contains("observations.db is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Contains("forget", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, BackupFolder.Content(_folder.Data));
        foreach (var part in Directory.GetFiles(_folder.Data, "observations.db*"))
            File.Move(part, $"{_folder.File}-{Path.GetFileName(part)}");
        await _folder.RestoreAsync(options);
        Assert.Equal(["ann"], await _folder.PlayersAsync());
    }

    [Fact]
    public async Task Restore_BrokenOffInTheMiddle_KeepsTheGameFromStartingUntilItIsDoneAgain()
    {
        await _folder.PlayAsync("ann");
        await _folder.BackUpAsync();
        var backedUp = await _folder.ExportAsync(ExportFormat.Jsonl);
        Directory.CreateDirectory(Path.Combine(_folder.Data, ".restoring"));
        File.Move(Path.Combine(_folder.Data, "observations.db"), Path.Combine(_folder.Data, ".restoring", "observations.db"));

        var refused = Assert.Throws<IOException>(() => DataFolderLock.Share(_folder.Data));
        Assert.Contains("broken off", refused.Message, StringComparison.Ordinal);

        await _folder.RestoreAsync("--replace");
        DataFolderLock.Share(_folder.Data).Dispose();
        Assert.Equal(backedUp, await _folder.ExportAsync(ExportFormat.Jsonl));
        Assert.Single(Directory.EnumerateFiles(_folder.Data, "observations.db", SearchOption.AllDirectories), IsAside);
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsAside(string path) => path.Contains("replaced-", StringComparison.Ordinal);

    private async Task BackUpLittleAsync()
    {
        _folder.Write("keys/key.xml", "<key/>");
        await _folder.BackUpAsync();
    }

    /// <summary>Makes a backup that is whole and has one part, of which its manifest does not tell the truth.</summary>
    private async Task CraftAsync(string name, string content, long size)
    {
        await using (var zip = await ZipFile.OpenAsync(_folder.File, ZipArchiveMode.Create))
        {
            zip.Comment = new string('0', 71);
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            await WriteAsync(zip, name, Encoding.UTF8.GetBytes(content));
            await WriteAsync(
                zip, BackupManifest.FileName,
                new BackupManifest(BackupManifest.CurrentFormat, DateTimeOffset.UnixEpoch, [new BackupPart(name, size, digest)]).ToUtf8());
        }

        var bytes = await File.ReadAllBytesAsync(_folder.File);
        var comment = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(..^71)));
        await File.WriteAllBytesAsync(_folder.File, [.. bytes[..^71], .. Encoding.ASCII.GetBytes(comment)]);
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] content)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(content);
    }
}
