using GameNight.Components;
using GameNight.Identity.Access;
using GameNight.ModelAdmin.Runs;
using GameNight.ModelAdmin.Versions;
using GameNight.Models;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Queue;
using GameNight.Rookie;
using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.ModelAdmin;

/// <summary>The Models page: players read it, the host changes versions on it.</summary>
public sealed partial class ModelsPage(
    ModelLibrary library,
    Contestants contestants,
    ModelDeployment deployment,
    TrainingRuns runs,
    RookieReset rookie,
    IAuthorizationService authorization,
    ILogger<ModelsPage> logger) : IDisposable
{
    private readonly PageLifetime _lifetime = new();
    private bool _isHost;
    private bool _unreadable;
    private int _reads;
    private string? _done;
    private string? _refusal;
    private string? _trouble;
    private Change? _change;
    private VersionView? _trying;
    private VersionReceipt? _receipt;
    private string? _open;
    private Learning _learning = Learning.None;

    /// <summary>Null until they are read. Handed from the prerendered page to the live one, so that nothing jumps.</summary>
    [PersistentState]
    public IReadOnlyList<AlgorithmView>? Algorithms { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>What went into service last.</summary>
    private Activation? Latest => Algorithms?.SelectMany(algorithm => algorithm.History.Take(1)).MaxBy(activation => activation.At);

    private string? Trouble => _unreadable || deployment.RegistryError is not null
        ? "The model registry doesn’t answer right now. The game goes on. What you see here may be old, and nothing can be changed "
            + "until it’s back."
        : null;

    public void Dispose() => _lifetime.Dispose();

    /// <summary>The host wants another version to play, or one to go; asks before anything happens.</summary>
    public async Task AskAsync(Change change)
    {
        if (await IsHostAsync())
            (_change, _refusal, _done) = (change, null, null);
    }

    /// <summary>The host wants to draw for a version that does not play.</summary>
    public async Task TryAsync(VersionView version)
    {
        if (await IsHostAsync())
            _trying = version;
    }

    /// <summary>Anybody may see what a version learned, and what it was judged by.</summary>
    public async Task ShowReportAsync(VersionView version)
    {
        try
        {
            (_receipt, _done) = (await VersionReceipt.ReadAsync(library, runs, version, _lifetime.Token), null);
        }
        catch (InvalidModelException e)
        {
            _done = $"There’s no receipt: {e.Message}";
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _done = "The receipt can’t be shown: the database doesn’t answer. Nothing has changed. Try again in a moment.";
        }
        catch (ModelRegistryException e)
        {
            LogFailed(logger, e);
            _unreadable = true;
        }
    }

    /// <summary>Does what was asked; whoever is not the host changes nothing, whatever their browser sends.</summary>
    /// <param name="why">The reason, for the history.</param>
    public async Task ChangeAsync(string why)
    {
        if (_change is not { } change || !await IsHostAsync())
            return;
        _refusal = await TryChangeAsync(async () =>
        {
            if (change.Deletes)
                await deployment.DeleteAsync(change.Version.Key, _lifetime.Token);
            else
                await deployment.ActivateAsync(change.Version.Key, Players.Host, why, CancellationToken.None);
            _change = null;
            return change.Deletes
                ? $"Version {change.Version.Key.Version} of {NameOf(change.Algorithm)} is deleted."
                : $"{NameOf(change.Algorithm)} plays version {change.Version.Key.Version} now.";
        });
    }

    /// <summary>Puts a version on shadow, or takes it off; nothing that players see changes, so nobody is asked before.</summary>
    public async Task ShadowAsync(AlgorithmView algorithm, VersionView version)
    {
        if (!await IsHostAsync())
            return;
        var (key, isOn) = (version.Key, version.ShadowSince is not null);
        _done = null;
        _trouble = await TryChangeAsync(async () =>
        {
            if (isOn)
                await deployment.TakeOffShadowAsync(key, Players.Host, CancellationToken.None);
            else
                await deployment.PutOnShadowAsync(key, Players.Host, CancellationToken.None);
            var place = algorithm.OnShadow is { } other && !isOn ? $", in the place of version {other.Key.Version}" : "";
            return $"Version {key.Version} of {NameOf(algorithm)} is {(isOn ? "off" : "on")} shadow now{place}.";
        });
    }

    /// <summary>Begins a new rookie. The one before can be activated again, so nobody is asked before.</summary>
    public async Task BeginRookieAsync()
    {
        if (!await IsHostAsync())
            return;
        _done = null;
        _trouble = await TryChangeAsync(async () =>
        {
            var begun = await rookie.BeginAsync(Players.Host, CancellationToken.None);
            return $"Rookie number {begun.To} sits down. It knows nothing yet, and every answer teaches it.";
        });
    }

    protected override async Task OnInitializedAsync()
    {
        _isHost = await IsHostAsync();
        await ReadAsync();
        // Found once: what the host unfolds or folds stays so.
        _open = _isHost ? FindWaiting() : null;
    }

    /// <param name="change">Tells what it did, in words.</param>
    /// <returns>Why it could not be done.</returns>
    private async Task<string?> TryChangeAsync(Func<Task<string>> change)
    {
        try
        {
            _done = await change();
            await ReadAsync();
            return null;
        }
        catch (Exception e) when (
            e is InvalidModelException or UnknownVersionException or VersionInUseException or ShadowRefusedException
                or ModelRuntimeMissingException)
        {
            return $"Nothing was changed. {e.Message}";
        }
        catch (ModelRegistryException e)
        {
            LogFailed(logger, e);
            return "Nothing was changed: the model registry doesn’t answer right now. Try again in a moment.";
        }
    }

    private Task<bool> IsHostAsync() => authorization.IsHostAsync(Authentication);

    /// <summary>The algorithm whose newest version waits for the host's decision; null where none does, or there are others.</summary>
    private string? FindWaiting() => Algorithms?
        .Where(algorithm => algorithm.Others is [{ Status: VersionStatus.Published } newest]
            && newest.Key.Number > (algorithm.InService?.Key.Number ?? 0))
        .MaxBy(algorithm => algorithm.Others[0].Manifest?.Created)?.Algorithm;

    private string NameOf(AlgorithmView algorithm) => CharacterOf(algorithm).Name;

    private ContestantCharacter CharacterOf(AlgorithmView algorithm)
    {
        if (contestants.Find(algorithm.Algorithm) is { } contestant)
            return contestant.Character;
        var manifest = algorithm.Versions is [{ Manifest: { } newest }, ..] ? newest : null;
        return ContestantCharacter.Of(
            algorithm.Algorithm, manifest is { Name.Length: > 0 } ? manifest.Name : algorithm.Algorithm, manifest?.Description ?? "");
    }

    private async Task ReadAsync()
    {
        var read = ++_reads;
        try
        {
            var algorithms = await AlgorithmView.ReadAsync(library, contestants, _lifetime.Token);
            // What changed meanwhile has its own reading.
            if (read == _reads)
                (Algorithms, _unreadable) = (algorithms, false);
        }
        catch (OperationCanceledException) when (_lifetime.IsOver)
        {
            // The page was left.
        }
        catch (ModelRegistryException e)
        {
            LogFailed(logger, e);
            _unreadable = true;
        }
    }

    [LoggerMessage(LogLevel.Error, "The model library could not be read or changed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
