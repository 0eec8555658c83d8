using GameNight.Components;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Projector;

/// <summary>The most frequent mistake, with the latest drawings for which it was made.</summary>
public sealed partial class MistakeScene(Contestants contestants, DrawingsReader reader, ILogger<MistakeScene> logger) : IDisposable
{
    private const int MaxDrawings = 6;

    private readonly PageLifetime _lifetime = new();
    private IReadOnlyList<Observation> _drawings = [];
    private (Mistake, Filter)? _read;

    [Parameter, EditorRequired]
    public Mistake Mistake { get; set; } = null!;

    [Parameter, EditorRequired]
    public Filter Filter { get; set; } = Filter.All;

    private string Series => contestants.NameOf(Mistake.Algorithm);

    private string Article => Mistake.Taken == 8 ? "an" : "a";

    private string Count => $"{ScoreFormatter.Count(Mistake.Count)} of {ScoreFormatter.Count(Mistake.N, "time")}"
        + (_drawings.Count > 0 ? ", like these:" : "");

    public void Dispose() => _lifetime.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Mistake, Filter))
            return;
        var asked = (Mistake, Filter);
        _read = asked;
        try
        {
            // Drawings that came as pixels have no ink to show, so twice as many are read.
            var drawings = await reader.ReadAsync(Mistake.Drawings, Filter, 2 * MaxDrawings, _lifetime.Token);
            // The parameters have changed meanwhile; a later call shows their drawings.
            if (_read != asked)
                return;
            _drawings = [.. drawings.Where(drawing => drawing.Ink is not null).Take(MaxDrawings)];
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The scene was closed.
        }
        catch (StoreException e)
        {
            // The sentence above them is complete without the drawings.
            LogUnreadable(logger, e);
            _drawings = [];
        }
    }

    [LoggerMessage(LogLevel.Warning, "The drawings of the most frequent mistake cannot be read; the projector shows none")]
    private static partial void LogUnreadable(ILogger logger, StoreException exception);
}
