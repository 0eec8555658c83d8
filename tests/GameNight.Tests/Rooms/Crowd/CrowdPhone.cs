using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;

namespace GameNight.Tests.Rooms.Crowd;

/// <summary>
/// A phone, or the screen, that follows its room, comes back when it is cut off, and does what it is asked, after some thought.
/// </summary>
/// <param name="room">The room.</param>
/// <param name="http">A client with its own cookies.</param>
/// <param name="number">From 1; 0 for the screen.</param>
/// <param name="stageKey">The screen's secret; null for a phone.</param>
internal sealed class CrowdPhone(CrowdRoom room, HttpClient http, int number, string? stageKey) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Random _random = new(number);
    private readonly CrowdSender _sender = new(http, room.Code, room.Figures, room.Twice);
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Guid> _judged = [];
    private (int Round, string Phase) _phase = (0, "lobby");
    private int _drawn;
    private SeenRoom? _last;
    private Task _acting = Task.CompletedTask;

    public HttpClient Http => http;

    /// <summary>Completes with the first snapshot.</summary>
    public Task Seen => _seen.Task;

    public async Task JoinAsync(string name, CancellationToken cancellation)
    {
        using var joined = await http.PostAsJsonAsync($"/api/rooms/{room.Code}/seats", new { name }, cancellation);
        if (!joined.IsSuccessStatusCode)
            throw new InvalidOperationException($"{name} has no seat: {await joined.Content.ReadAsStringAsync(cancellation)}");
    }

    /// <summary>Plays until the podium.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        while (_last?.Phase != "podium")
        {
            try
            {
                await FollowAsync(cancellation);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The game is away; it will be back.
            }

            await Task.Delay(Pause, cancellation);
        }

        await _acting;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Task.WhenAny(_acting);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var query = stageKey is null ? "" : $"?stageKey={stageKey}&screen=crowd";
        using var answer = await http.GetAsync(
            $"/api/rooms/{room.Code}/events{query}", HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            return;
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var parser = SseParser.Create(stream, (type, data) => type == "message" ? SeenRoom.Read(data) : null);
        await foreach (var item in parser.EnumerateAsync(cancellation))
        {
            if (item.Data is not { } seen)
            {
                room.Figures.Refuse($"The stream of {number} ends: {item.EventType}");
                throw new InvalidOperationException($"The stream of phone {number} has ended: {item.EventType}.");
            }

            await TakeAsync(seen, cancellation);
            if (seen.Phase == "podium")
                return;
        }
    }

    private async Task TakeAsync(SeenRoom seen, CancellationToken cancellation)
    {
        if (_phase != (seen.Round, seen.Phase) && !seen.Paused && seen.Began is { } began)
            room.Figures.Phases.Add((room.Code, seen.Round, seen.Phase, began, TimeProvider.System.GetUtcNow()));
        _phase = (seen.Round, seen.Phase);
        _last = seen;
        _seen.TrySetResult();
        room.Ledger.See(seen);
        if (_acting.IsCompleted && IsNew(seen))
        {
            await _acting;
            _acting = ActAsync(cancellation);
        }
    }

    private bool IsNew(SeenRoom seen) => seen.Task is { } task
        && (task.Kind == "draw" ? _drawn != seen.Round : task.Drawings!.Any(drawing => !_judged.Contains(drawing.Drawing)));

    /// <summary>Does what there is to do, also what has come up meanwhile.</summary>
    private async Task ActAsync(CancellationToken cancellation)
    {
        while (_last is { Task: { } task } seen && IsNew(seen))
        {
            if (task.Kind == "draw")
                await DrawAsync(seen, task.Digit!.Value, cancellation);
            else
                await JudgeAsync(seen, task.Drawings!, cancellation);
        }
    }

    private async Task DrawAsync(SeenRoom seen, int digit, CancellationToken cancellation)
    {
        _drawn = seen.Round;
        await ThinkAsync(seen, 0.2 + 0.5 * _random.NextDouble(), cancellation);
        var strokes = room.DrawingOf(number, digit, seen.Twist, _random);
        if (await _sender.SendAsync(id => new { id, kind = "draw", round = seen.Round, strokes, input = "touch" }, _random, cancellation))
            room.Ledger.Draw(seen.Round, seen.You!.Seat);
    }

    private async Task JudgeAsync(SeenRoom seen, IReadOnlyList<SeenBallot> ballots, CancellationToken cancellation)
    {
        foreach (var (drawing, strokes) in ballots)
        {
            if (!_judged.Add(drawing))
                continue;
            await ThinkAsync(seen, 0.7 / ballots.Count * (0.5 + 0.5 * _random.NextDouble()), cancellation);
            var digit = room.Read(strokes, _random);
            if (await _sender.SendAsync(id => new { id, kind = "vote", round = seen.Round, drawing, digit }, _random, cancellation))
                room.Ledger.Vote(seen.Round, seen.You!.Seat, drawing, digit);
        }
    }

    /// <summary>Thinks for a part of the phase, or of what is left of it.</summary>
    private static Task ThinkAsync(SeenRoom seen, double share, CancellationToken cancellation)
    {
        var left = (seen.Deadline - seen.ServerTime)?.TotalSeconds ?? 0;
        return Task.Delay(TimeSpan.FromSeconds(Math.Max(0, share * Math.Min(seen.Seconds ?? 0, left))), cancellation);
    }
}
