using System.CommandLine;
using GameNight.Configuration;
using GameNight.Datasets;

namespace GameNight.Commands;

/// <summary><c>fetch-ink</c>: downloads recorded pen drawings, by which versions can be judged.</summary>
public static class FetchInkCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder")
        {
            Description = "Where the file goes; data/local/ink by default.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<Uri?>("--from")
        {
            Description = "The address to take them from, instead of the known ones.",
            CustomParser = result => OptionRules.ParseAddress(result, PenDigitsDownload.Sources[0]),
        };
        var command = new Command(
            "fetch-ink",
            "Get UCI's pen digits, 7,494 drawings by 30 people, and write them as evaluate --ink and GameNight:Training:TrustedInk "
            + "read them.")
        {
            folder, from,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(folder)?.FullName ?? Path.Combine(GameFolders.Default.Data, "ink"),
            parsed.GetValue(from) is { } source ? [source] : PenDigitsDownload.Sources, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, IReadOnlyList<Uri> sources, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout };
        var source = await PenDigitsDownload.FetchAsync(http, sources, folder, cancellation);
        Console.WriteLine($"{Path.Combine(folder, PenDigitsDownload.FileName)}: {source}");
        return 0;
    }
}
