using System.Collections.Concurrent;
using System.Net;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>Sends requests from one address, and counts how they end.</summary>
internal sealed class Attacker : IDisposable
{
    public static readonly IPAddress Address = IPAddress.Parse("127.0.0.3");

    private readonly ConcurrentDictionary<string, int> _ends = new();

    public Attacker(Uri game) => (Game, Http) = (game, Client.From(Address, game, keepsCookies: false));

    public Uri Game { get; }

    public HttpClient Http { get; }

    /// <summary>How the requests have ended, and how often: a status, or that the attacker has hung up.</summary>
    public string Ends => string.Join(", ", _ends.OrderBy(end => end.Key).Select(end => $"{end.Key}: {end.Value:N0}"));

    public void Count(string end) => _ends.AddOrUpdate(end, 1, (_, count) => count + 1);

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="hangUp">When the attacker hangs up; null for never.</param>
    /// <param name="over">When the attack is over.</param>
    /// <returns>The answer; null where there was none.</returns>
    public async Task<HttpResponseMessage?> SendAsync(HttpRequestMessage request, TimeSpan? hangUp, CancellationToken over)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(over);
        if (hangUp is { } time)
            patience.CancelAfter(time);
        try
        {
            var answer = await Http.SendAsync(request, patience.Token);
            Count($"{(int)answer.StatusCode}");
            return answer;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            Count(over.IsCancellationRequested ? "at the end" : e is HttpRequestException ? "broken off" : "hung up");
            return null;
        }
    }

    public void Dispose() => Http.Dispose();
}
