using GameNight.Components;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;

namespace GameNight.ModelAdmin.Versions;

/// <summary>The host draws, and the version that is tried and the one in service guess after each stroke. Nothing is stored.</summary>
public sealed partial class TryDialog(
    Contestants contestants, ModelLibrary library, ILogger<TryDialog> logger) : IDisposable
{
    private readonly PageLifetime _lifetime = new();

    /// <summary>The version that is tried, as if it were in service; null until it is loaded.</summary>
    private Contestant? _trial;
    private Ink _ink = Ink.Blank;
    private Guess? _tried;
    private Guess? _inService;
    private string? _trouble;

    [Parameter, EditorRequired]
    public ModelKey Version { get; set; } = null!;

    [Parameter]
    public string Name { get; set; } = "";

    [Parameter]
    public EventCallback Closed { get; set; }

    private Contestant? Contestant => contestants.Find(Version.Algorithm);

    private IReadOnlyList<(string Title, Guess? Guess)> Guesses =>
    [
        ($"Version {Version.Version}, on trial", _tried),
        ($"Version {Contestant?.ActiveVersion ?? "–"}, in service", _inService),
    ];

    public void Dispose()
    {
        _lifetime.Dispose();
        _trial?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var classifier = await OnnxClassifier.LoadAsync(library, Version, _lifetime.Token);
            if (_lifetime.IsOver)
            {
                classifier.Dispose();
                return;
            }

            _trial = new Contestant(Version.Algorithm);
            _trial.Serve(classifier);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            return;
        }
        catch (Exception e) when (e is InvalidModelException or ModelRuntimeMissingException)
        {
            _trouble = $"This version can’t guess. {e.Message}";
        }
        catch (ModelRegistryException e)
        {
            LogFailed(logger, e);
            _trouble = "The model registry doesn’t answer right now. Nothing has changed; close this and try again in a moment.";
        }

        await LookAsync(_ink);
    }

    private async Task LookAsync(Ink ink)
    {
        _ink = ink;
        if (ink.IsBlank || _lifetime.IsOver)
        {
            (_tried, _inService) = (null, null);
            return;
        }

        var image = InkNormaliser.Normalise(ink);
        var guesses = await contestants.GuessAsync(image, CancellationToken.None);
        var (tried, trouble) = _trial is { } trial ? await TryAsync(trial, image, guesses) : (null, _trouble);
        // What was drawn meanwhile has its own guesses.
        if (!ReferenceEquals(ink, _ink))
            return;
        (_tried, _trouble) = (tried, trouble);
        _inService = guesses.FirstOrDefault(guess => guess.Algorithm == Version.Algorithm);
    }

    private async Task<(Guess? Guess, string? Trouble)> TryAsync(Contestant trial, DigitImage image, IReadOnlyList<Guess> guesses)
    {
        try
        {
            var guess = await Task.Run(() => trial.IsComposed ? trial.Combine(contestants.Heard(guesses)) : trial.Guess(image));
            return (guess, null);
        }
        catch (ContestantUnavailableException e)
        {
            return (null, $"This version couldn’t guess. {(e.InnerException ?? e).Message}");
        }
    }

    [LoggerMessage(LogLevel.Error, "The model registry could not be read for a trial")]
    private static partial void LogFailed(ILogger logger, ModelRegistryException exception);
}
