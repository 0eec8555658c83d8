using GameNight.Observations;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard;

/// <summary>The charts, counted when the page opens and when somebody asks again.</summary>
public sealed partial class Charts : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private bool _failed;
    private bool _reading;

    /// <summary>Null until they are counted. Handed from the prerendered page to the live one, so that nothing is counted twice or jumps.</summary>
    [PersistentState]
    public Scores? Scores { get; set; }

    [Inject]
    public required ScoreboardReader Reader { get; init; }

    [Inject]
    public required ILogger<Charts> Logger { get; init; }

    private string Summary => Scores?.Statistics switch
    {
        null => _reading ? "Counting…" : "",
        { Observations: 0 } => "",
        { Observations: var drawings, Labelled: var marked } => $"{ScoreWords.Count(drawings, "drawing")}, {ScoreWords.Count(marked)} of them marked.",
    };

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnInitializedAsync() => Scores is null ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        _reading = true;
        try
        {
            Scores = await Reader.ReadAsync(Selection.All, _left.Token);
            _failed = false;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
        catch (ObservationStoreException e)
        {
            LogFailed(Logger, e);
            _failed = true;
        }
        finally
        {
            _reading = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The charts could not be counted")]
    private static partial void LogFailed(ILogger logger, ObservationStoreException exception);
}
