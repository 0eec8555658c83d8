using System.CommandLine;
using GameNight.Backup;
using GameNight.Hosting;

namespace GameNight.Commands;

/// <summary><c>backup</c>: writes everything that a copy keeps into one file.</summary>
public static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to write, complete or not at all; a zip, such as backup.zip." };
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] setting }])
                result.AddError($"{setting} isn't a file; name the file before the settings.");
            else if (result.Tokens is [{ Value: var name }] && !name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                result.AddError($"{name} doesn't end in .zip, and a backup is a zip.");
        });
        var command = new Command(
            "backup",
            "Write everything that this copy keeps into one file, also while it plays: drawings, answers, names, keys and the versions "
            + "that it published. Keep the file to yourself. Takes settings as serve does.")
        {
            file,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(file).FullName, GameOptions.ReadFor([.. parsed.UnmatchedTokens]), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, GameOptions options, CancellationToken cancellation)
    {
        if (options.Store.Table is null && !Directory.EnumerateFileSystemEntries(options.Folders.Data).Any())
            throw new IOException($"There's nothing in {options.Folders.Data}. Name the game's folder with --GameNight:DataFolder.");
        using var use = DataFolderLock.Share(options.Folders.Data);
        var created = options.Clock.GetUtcNow();
        // Beside the file: there is the space for it, and nobody else reads it.
        var parts = $"{file}.{Guid.NewGuid():N}.parts";
        try
        {
            await DataFolderCopy.MakeAsync(options.Store, options.Registry, parts, cancellation);
            var count = Directory.EnumerateFiles(parts, "*", SearchOption.AllDirectories).Count();
            var manifest = await Terminal.ShowBarAsync("packing", Math.Max(count, 1), report =>
                BackupFile.PackAsync(parts, file, created, _ => report(1), cancellation));
            Console.WriteLine($"{manifest.Parts.Count:N0} files of {manifest.Parts.Sum(part => part.Size):N0} bytes are in {file}.");
        }
        finally
        {
            OwnerFolder.Delete(parts);
        }

        if (options.Registry.S3 is not null)
            Console.WriteLine("The versions in the bucket aren't in it: a bucket has versioning of its own.");
        return 0;
    }
}
