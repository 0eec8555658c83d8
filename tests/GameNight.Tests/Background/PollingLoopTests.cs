using GameNight.Background;

namespace GameNight.Tests.Background;

public sealed class PollingLoopTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly FakeClock _clock = new();
    private readonly CancellationTokenSource _end = new();

    [Fact]
    public async Task Run_PausesBeforeEveryTurn()
    {
        var turns = new List<DateTimeOffset>();
        var start = _clock.GetUtcNow();
        var running = PollingLoop.RunAsync(Pause, _clock, _ => Note(turns), _end.Token);
        await _clock.PassUntilAsync(() => turns.Count == 3);
        await EndAsync(running);
        Assert.Equal([start + Pause, start + 2 * Pause, start + 3 * Pause], turns);
    }

    [Fact]
    public async Task Run_CancelledDuringAPause_EndsWithoutAnotherTurn()
    {
        var turns = new List<DateTimeOffset>();
        var running = PollingLoop.RunAsync(Pause, _clock, _ => Note(turns), _end.Token);
        await EndAsync(running);
        Assert.Empty(turns);
    }

    [Fact]
    public async Task Run_CancelledDuringATurn_CancelsIt()
    {
        var began = new TaskCompletionSource();
        var running = PollingLoop.RunAsync(_ => Task.CompletedTask, async cancellation =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }, _end.Token);
        await began.Task;
        await EndAsync(running);
    }

    [Fact]
    public async Task Run_CancelledDuringATurnThatDoesNotListen_IsTheLast()
    {
        var turns = 0;
        await PollingLoop.RunAsync(_ => Task.CompletedTask, _ =>
        {
            turns++;
            return _end.CancelAsync();
        }, _end.Token);
        Assert.Equal(1, turns);
    }

    [Fact]
    public async Task Run_TurnFails_EndsWithTheException() =>
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            PollingLoop.RunAsync(_ => Task.CompletedTask, _ => throw new InvalidDataException(), _end.Token));

    [Fact]
    public async Task Run_TurnGivesUpByItself_EndsWithThat() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            PollingLoop.RunAsync(_ => Task.CompletedTask, _ => throw new OperationCanceledException(), _end.Token));

    public void Dispose() => _end.Dispose();

    private Task Note(List<DateTimeOffset> turns)
    {
        turns.Add(_clock.GetUtcNow());
        return Task.CompletedTask;
    }

    private async Task EndAsync(Task running)
    {
        await _end.CancelAsync();
        await running;
    }
}
