namespace GameNight.Models.Registry;

/// <summary>
/// The log of activations in a folder: <c>activations.jsonl</c>, one entry a line. Several processes on one machine may share it:
/// appending takes a lock, and reading none. What isn't a whole line at the end is no entry, but an append that a crash has cut
/// short; the next one leaves it out. A line is never changed, so the file grows at its end or is replaced by a whole one.
/// </summary>
/// <remarks>
/// Earlier builds wrote a file for each entry. Those that go on after the lines belong to the log; the next append takes them into the
/// one file, then deletes them. Those whose numbers the lines have were left by a crash in between.
/// </remarks>
/// <param name="folder">The folder; the first append makes it.</param>
internal sealed class ActivationFile(string folder)
{
    /// <summary>The name of the log's folder in that of a registry.</summary>
    public const string FolderName = ".log";

    private readonly string _path = Path.Combine(folder, "activations.jsonl");

    /// <summary>The end of what was read last, so that following the log means reading only what is new.</summary>
    private volatile LogPosition _read = LogPosition.Beginning;

    /// <summary>Reads the entries after a number, in order.</summary>
    /// <exception cref="ModelRegistryException">An entry is damaged.</exception>
    /// <exception cref="IOException">The log can't be read.</exception>
    public async Task<IReadOnlyList<Activation>> ReadAsync(int after, CancellationToken cancellation)
    {
        // Before the lines: an earlier entry's file goes only when they have it.
        var earlier = await EarlierEntry.ReadAsync(folder, cancellation);
        var start = _read is var read && read.Number <= after ? read : LogPosition.Beginning;
        var lines = await ActivationLines.ReadAsync(_path, start, cancellation);
        try
        {
            var entries = lines.Parse(after, _path);
            var following = EarlierEntry.Following(earlier, lines.End.Number).Where(entry => entry.Number > after);
            entries.AddRange(following.Select(entry => entry.Parse()));
            _read = lines.End;
            return entries;
        }
        catch (ModelRegistryException)
        {
            // Whoever mends the file may move its lines.
            _read = LogPosition.Beginning;
            throw;
        }
    }

    /// <summary>Appends an entry, which is on the disk when the task completes.</summary>
    /// <returns>False where another entry has the number already; nothing was appended.</returns>
    /// <exception cref="ModelRegistryException">An entry in a file of its own is damaged.</exception>
    /// <exception cref="IOException">
    /// The log can't be written, another process has held the lock for five seconds, or the entry before this one is missing.
    /// </exception>
    public async Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await using var appending = await LogLock.TakeAsync(folder, cancellation);
        var lines = await ActivationLines.ReadAsync(_path, LogPosition.Beginning, cancellation);
        var files = await EarlierEntry.ReadAsync(folder, cancellation);
        var earlier = EarlierEntry.Following(files, lines.End.Number).ToList();
        var last = lines.End.Number + earlier.Count;
        if (files is [.., { } behind] && behind.Number > last)
            throw new IOException($"Entry {last + 1} of the log is missing, and {behind.Path} is there. Put it back, or move that away.");
        if (activation.Number <= last)
            return false;
        if (activation.Number > last + 1)
        {
            throw new IOException(
                $"{_path} ends with entry {last}, so {activation.Number} can't be next. If the log was replaced, restart the game.");
        }

        byte[] added = [.. earlier.Select(entry => entry.Parse()).Append(activation).SelectMany(ActivationLines.Line)];
        if (earlier.Count > 0 || lines.IsCut)
            await ReplaceAsync([.. lines.Content.Span, .. added]);
        else
            await WriteAsync(_path, FileMode.Append, added);
        EarlierEntry.Delete(folder, activation.Number);
        return true;
    }

    /// <summary>Copies the log as it is at this moment, damaged lines too.</summary>
    /// <param name="target">An empty folder.</param>
    /// <param name="cancellation">Ends it halfway.</param>
    /// <exception cref="IOException">The log can't be read, or the copy can't be written.</exception>
    public async Task CopyAsync(string target, CancellationToken cancellation)
    {
        // In the order of ReadAsync, for its reason.
        foreach (var entry in await EarlierEntry.ReadAsync(folder, cancellation))
            await File.WriteAllBytesAsync(Path.Combine(target, Path.GetFileName(entry.Path)), entry.Content, cancellation);
        var lines = await ActivationLines.ReadAsync(_path, LogPosition.Beginning, cancellation);
        if (lines.End.Number > 0)
            await File.WriteAllBytesAsync(Path.Combine(target, Path.GetFileName(_path)), lines.Content, cancellation);
    }

    /// <summary>Puts a whole file in the place of the one that is there; a crash leaves that one or the new one.</summary>
    private async Task ReplaceAsync(byte[] content)
    {
        // Only who has the lock writes it, so that what a crash leaves is overwritten.
        var whole = _path + ".new";
        await WriteAsync(whole, FileMode.Create, content);
        File.Move(whole, _path, overwrite: true);
        // A disk may keep the new name for later than the deletions that follow. .NET flushes no folders; where the file's flush writes
        // its name too, as on ext4, XFS and Btrfs, it's there before them.
        await WriteAsync(_path, FileMode.Append, []);
    }

    /// <summary>Writes to a file, and has it on the disk. What was begun is not cancelled: half a line would have to be cut off.</summary>
    private static async Task WriteAsync(string path, FileMode mode, byte[] content)
    {
        await using var file = new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        await file.WriteAsync(content, CancellationToken.None);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }
}
