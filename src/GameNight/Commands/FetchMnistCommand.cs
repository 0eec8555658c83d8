using System.CommandLine;
using GameNight.Configuration;
using GameNight.Datasets;

namespace GameNight.Commands;

/// <summary><c>fetch-mnist</c>: downloads the data set on which the base versions are trained and measured.</summary>
public static class FetchMnistCommand
{
    /// <summary>For one file, from the request to its last byte; the largest has 10 MB.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "Where the four files go; data/local/mnist by default.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<Uri?>("--from")
        {
            Description = "The address of a folder on the web to take them from, instead of the known ones.",
            CustomParser = result => OptionRules.ParseAddress(result, MnistDownload.Mirrors[0]),
        };
        var command = new Command("fetch-mnist", "Get MNIST's four original files and check that they are the right ones.")
        {
            folder, from,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(folder)?.FullName ?? Path.Combine(GameFolders.Default.Data, "mnist"),
            parsed.GetValue(from) is { } mirror ? [mirror] : MnistDownload.Mirrors, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, IReadOnlyList<Uri> mirrors, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout };
        foreach (var (file, sha256) in MnistDownload.Digests)
        {
            var source = await MnistDownload.FetchAsync(http, mirrors, file, sha256, folder, cancellation);
            Console.WriteLine(source is null ? $"{file}: already there" : $"{file}: {source}");
        }

        Console.WriteLine($"MNIST lies in {folder}.");
        return 0;
    }
}
