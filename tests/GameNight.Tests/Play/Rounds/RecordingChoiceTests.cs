using GameNight.Play.Rounds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace GameNight.Tests.Play.Rounds;

public sealed class RecordingChoiceTests
{
    private readonly Browser _browser = new();
    private readonly RecordingChoice _choice;

    public RecordingChoiceTests() => _choice = new RecordingChoice(_browser, NullLogger<RecordingChoice>.Instance);

    [Fact]
    public async Task Refresh_AfterOneThatTimedOut_SeesWhatAnotherTabSwitchedOff()
    {
        await _choice.RefreshAsync();
        _browser.Failure = new TaskCanceledException("Timed out.");
        await _choice.RefreshAsync();
        (_browser.Failure, _browser.Kept) = (null, "off");
        await _choice.RefreshAsync();
        Assert.True(_choice.IsOff && _choice.IsKept);
    }

    [Fact]
    public async Task Refresh_NoAnswer_StaysAsItWasKnown()
    {
        _browser.Kept = "off";
        await _choice.RefreshAsync();
        _browser.Failure = new JSException("Storage is blocked.");
        await _choice.RefreshAsync();
        Assert.True(_choice is { IsOff: true, IsTold: true, IsKept: true });
    }

    [Fact]
    public async Task Refresh_NeverAnAnswer_TellsThePlayerOnce()
    {
        _browser.Failure = new JSException("Storage is blocked.");
        await _choice.RefreshAsync();
        Assert.False(_choice.IsTold);
        await _choice.TellAsync();
        await _choice.RefreshAsync();
        Assert.True(_choice is { IsTold: true, IsKept: false });
    }

    [Fact]
    public async Task Refresh_WhereNothingCanBeWritten_KeepsThisPagesOffAndHonoursThatOfAnotherTab()
    {
        _browser.Kept = "told";
        _browser.WriteFailure = new JSException("The quota is exceeded.");
        await _choice.SwitchAsync(true);
        await _choice.RefreshAsync();
        Assert.True(_choice.IsOff);

        await _choice.SwitchAsync(false);
        _browser.Kept = "off";
        await _choice.RefreshAsync();
        Assert.True(_choice.IsOff);
    }

    private sealed class Browser : IJSRuntime
    {
        public string? Kept { get; set; }

        public Exception? Failure { get; set; }

        public Exception? WriteFailure { get; set; }

        public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args)
        {
            var isWrite = identifier == "localStorage.setItem";
            if ((Failure ?? (isWrite ? WriteFailure : null)) is { } failure)
                return ValueTask.FromException<T>(failure);
            if (isWrite)
                Kept = (string?)args![1];
            return ValueTask.FromResult((T)(object?)(isWrite ? null : Kept)!);
        }

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<T>(identifier, args);
    }
}
