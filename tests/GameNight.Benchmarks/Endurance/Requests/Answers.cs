using System.Collections.Concurrent;
using GameNight.Http;
using Microsoft.AspNetCore.Http;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>Looks at answers for what must not be in them, and counts them.</summary>
/// <param name="dataFolder">The game's data folder, whose name nobody outside needs to know.</param>
internal sealed class Answers(string dataFolder)
{
    /// <summary>Where a connection goes on after the head of its answer, and is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<int, int> _statuses = new();

    /// <summary>What is told of the machine or of the code by mistake.</summary>
    private readonly string[] _secrets = [dataFolder, AppContext.BaseDirectory, "/work", "   at ", "Exception:", ".cs:line"];

    public ConcurrentBag<string> Faults { get; } = [];

    public string Statuses =>
        string.Join(", ", _statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value:N0}"));

    public async Task CheckAsync(OddRequest request, HttpResponseMessage answer, CancellationToken cancellation)
    {
        var status = (int)answer.StatusCode;
        _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
        var text = await ReadAsync(answer, cancellation);
        if (FindFault(answer.RequestMessage!.RequestUri!.AbsolutePath, status, answer, text) is { } fault)
            Faults.Add($"{fault}\n  {request}\n  {text[..Math.Min(300, text.Length)]}");
    }

    private string? FindFault(string path, int status, HttpResponseMessage answer, string text)
    {
        // A limit asks to come back; nothing else may.
        if (status >= 500 && !(status == 503 && answer.Headers.RetryAfter is not null))
            return $"{status}";
        if (ApiPath.IsCall(new PathString(path)) && answer.Content.Headers.ContentType?.MediaType == "text/html")
            return $"{status} in HTML";
        var told = Array.Find(_secrets, secret => text.Contains(secret, StringComparison.Ordinal));
        return told is null ? null : $"{status} with {told}";
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await answer.Content.ReadAsStringAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "";
        }
    }
}
