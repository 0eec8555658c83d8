using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Play.Rounds;

public sealed class LiveGuessTests
{
    private readonly LiveGuess _live = new();
    private readonly TaskCompletionSource<Guess?> _slow = new();

    [Fact]
    public async Task Update_OvertakenByAnother_DropsItsAnswer()
    {
        var first = UpdateAsync(_slow.Task);
        await UpdateAsync(Task.FromResult<Guess?>(ObservationBuilder.Guess("cnn", 3)));
        _slow.SetResult(ObservationBuilder.Guess("cnn", 8));
        await first;
        Assert.Equal((3, "I see a 3…"), (_live.Guess?.Digit, _live.Thought));
    }

    [Fact]
    public async Task Update_OvertakenByAnother_DropsItsFailure()
    {
        var first = UpdateAsync(_slow.Task);
        await UpdateAsync(Task.FromResult<Guess?>(ObservationBuilder.Guess("cnn", 3)));
        _slow.SetException(new ContestantUnavailableException("cnn", "it was taken out"));
        await first;
        Assert.Equal((3, "I see a 3…"), (_live.Guess?.Digit, _live.Thought));
    }

    [Fact]
    public async Task Update_ContestantFails_ShowsTheFailureAndNoGuess()
    {
        await UpdateAsync(Task.FromResult<Guess?>(ObservationBuilder.Guess("cnn", 3)));
        await UpdateAsync(Task.FromException<Guess?>(new ContestantUnavailableException("cnn", "it was taken out")));
        Assert.Equal((null, "failed"), (_live.Guess, _live.Thought));
    }

    [Fact]
    public async Task Clear_DuringAnUpdate_DropsItsAnswer()
    {
        var update = UpdateAsync(_slow.Task);
        _live.Clear();
        _slow.SetResult(ObservationBuilder.Guess("cnn", 8));
        await update;
        Assert.Equal((null, LiveGuessText.AllEyes), (_live.Guess, _live.Thought));
    }

    private Task UpdateAsync(Task<Guess?> answer) => _live.UpdateAsync(() => answer, _ => "failed");
}
