using GameNight.Drawing.Strokes;
using GameNight.Play.Rounds;
using GameNight.Storage;

namespace GameNight.Play.Sprint;

public sealed partial class SprintPage
{
    /// <summary>The pause after the bell in which the button cannot begin anew: who was about to guess still reads the result.</summary>
    internal static readonly TimeSpan Breath = TimeSpan.FromSeconds(1.5);

    /// <summary>The most that the clock is set back for the first stroke, which is sent when it has ended.</summary>
    private static readonly TimeSpan LongestStroke = TimeSpan.FromSeconds(5);

    /// <summary>Ends a sprint that is under way with what it has: the player has left.</summary>
    public async ValueTask DisposeAsync()
    {
        var isUnderWay = _phase is SprintPhase.Running or SprintPhase.Ringing;
        _phase = SprintPhase.Over;
        _lifetime.Dispose();
        if (isUnderWay)
            await KeepAsync();
    }

    private async Task ReadBestAsync()
    {
        try
        {
            _night = await board.ReadAsync(_lifetime.Token);
            StateHasChanged();
        }
        catch (Exception e) when (e is StoreException || (e is OperationCanceledException && _lifetime.IsOver))
        {
            // The store logs it. At the bell it is read again.
        }
    }

    private void BeginAnew()
    {
        if (_mayGoOn)
            Prepare(news: null);
    }

    private void Prepare(string? news)
    {
        (_run, _ink, _done) = (SprintRun.Ready(Random.Shared), Ink.Blank, null);
        (_phase, _mayGoOn, _thought, _trouble, _announced) = (SprintPhase.Ready, false, "", null, null);
        _news = news ?? SprintText.Rule;
        if (!recording.IsTold)
            _news += $" {RecordingChoice.Notice}";
    }

    /// <returns>False where nobody can play, or nobody can read.</returns>
    private bool Start(Ink ink)
    {
        _trouble = _player is null ? NoCookie : Reader is null ? "Nobody’s here to read." : null;
        if (_trouble is not null)
            return false;
        var drawn = (ink.Strokes[^1][^1].T - ink.Strokes[0][0].T) ?? 0;
        var lead = TimeSpan.FromMilliseconds(Math.Clamp(drawn, 0, LongestStroke.TotalMilliseconds));
        (_run, _phase, _isUnrecorded) = (_run with { StartedAt = clock.GetUtcNow() - lead }, SprintPhase.Running, recording.IsOff);
        _ = RunAsync();
        return true;
    }

    private async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(SaveAsync(_run.Score), recording.TellAsync(), CountDownAsync());
            await RingAsync();
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
        }
        catch (Exception e)
        {
            // No caller awaits this task: the page shows the failure as it does for an event.
            await DispatchExceptionAsync(e);
        }
    }

    private async Task CountDownAsync()
    {
        for (var left = SprintRun.Length; left > TimeSpan.Zero; left = _run.LeftAt(clock.GetUtcNow()))
        {
            // To the next whole second.
            await Task.Delay(TimeSpan.FromTicks(((left.Ticks - 1) % TimeSpan.TicksPerSecond) + 1), clock, _lifetime.Token);
            _announced = SprintText.ForClock(Seconds) ?? _announced;
            StateHasChanged();
        }
    }

    private async Task RingAsync()
    {
        _phase = SprintPhase.Ringing;
        // What was drawn before the bell counts.
        if (!_ink.IsBlank)
            await LookAsync(_ink, TimeSpan.Zero);
        await KeepAsync();
        (_phase, _ink, _announced) = (SprintPhase.Over, Ink.Blank, $"{SprintText.ForScore(_run.Score)}.");
        StateHasChanged();
        await Task.WhenAll(_pad!.ClearAsync().AsTask(), SaveAsync(underWay: null));
        await Task.Delay(Breath, clock, _lifetime.Token);
        _mayGoOn = true;
        StateHasChanged();
    }

    /// <summary>Puts the sprint on the board, if it is recorded, and reads the night's best.</summary>
    private async Task KeepAsync()
    {
        try
        {
            _night = _isUnrecorded || _run.Digits == 0
                ? await board.ReadAsync(CancellationToken.None)
                : await board.AddAsync(NewResult(), CancellationToken.None);
        }
        catch (StoreException e)
        {
            LogUnkept(e);
            (_night, _trouble) = (null, "The game can’t read tonight’s best right now, so this sprint isn’t among them.");
        }
    }

    private SprintResult NewResult() => new(_player!, _run.StartedAt!.Value, _run.Score, Reader?.Id);

    [LoggerMessage(LogLevel.Error, "A sprint could not be put on the board of the night")]
    private partial void LogUnkept(Exception exception);
}
