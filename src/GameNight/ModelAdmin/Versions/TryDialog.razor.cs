using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using Microsoft.AspNetCore.Components;

namespace GameNight.ModelAdmin.Versions;

/// <summary>The host draws, and the version that is tried and the one in service guess after each stroke. Nothing is stored.</summary>
public sealed partial class TryDialog(
    Contestants contestants, ModelDeployment deployment, ILogger<TryDialog> logger) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly Replaceable<OnnxClassifier> _trial = new();
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
        _left.Cancel();
        _left.Dispose();
        _trial.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var classifier = await deployment.LoadAsync(Version, _left.Token);
            if (_left.IsCancellationRequested)
                classifier.Dispose();
            else
                _trial.Replace(classifier);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (e is InvalidModelException or ModelRuntimeMissingException)
        {
            _trouble = $"This version cannot serve. {e.Message}";
        }
        catch (ModelRegistryException e)
        {
            LogFailed(logger, e);
            _trouble = "The model registry cannot be read right now. Close this and try again in a moment.";
        }

        await LookAsync(_ink);
    }

    private async Task LookAsync(Ink ink)
    {
        _ink = ink;
        if (ink.IsBlank || _left.IsCancellationRequested)
        {
            (_tried, _inService) = (null, null);
            return;
        }

        var image = InkNormaliser.Normalise(ink);
        var guesses = await contestants.GuessAsync(image, CancellationToken.None);
        var tried = await Task.Run(() =>
            Ask(image, [.. guesses.Where(guess => contestants.Find(guess.Algorithm) is { IsComposed: false })]));
        // What was drawn meanwhile has its own guesses.
        if (ReferenceEquals(ink, _ink))
            (_tried, _inService) = (tried, guesses.FirstOrDefault(guess => guess.Algorithm == Version.Algorithm));
    }

    private Guess? Ask(DigitImage image, IReadOnlyList<Guess> others)
    {
        using var lease = _trial.Take();
        if (lease is not { Value: var classifier } || (classifier.IsComposed && others.Count == 0))
            return null;
        try
        {
            var probabilities = classifier.IsComposed
                ? classifier.Combine([.. others.SelectMany(guess => guess.Probabilities)])
                : classifier.Predict(image);
            return new Guess(Version.Algorithm, Version.Version, probabilities);
        }
        catch (Exception e) when (e is InvalidModelException or OrtException)
        {
            _trouble = $"This version could not guess. {e.Message}";
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The model registry could not be read for a trial")]
    private static partial void LogFailed(ILogger logger, ModelRegistryException exception);
}
