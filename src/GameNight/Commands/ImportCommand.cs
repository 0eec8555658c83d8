using System.CommandLine;
using GameNight.Backup;
using GameNight.Hosting;
using GameNight.ModelAdmin.Import;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Models.Registry;
using GameNight.Observations;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;

namespace GameNight.Commands;

/// <summary><c>import</c>: publishes a model that was trained elsewhere, or stores observations that were exported.</summary>
public static class ImportCommand
{
    private const string Kinds =
        "taken are a model (.onnx), a booster of XGBoost (.json, .ubj) and exported observations (.jsonl, .jsonl.gz)";

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = $"What it is, its name says: {Kinds}." };
        // The parser takes the first word that it does not know for the file, even a setting.
        file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] setting }])
                result.AddError($"{setting} isn't a file; name the file before the settings.");
        });
        var manifest = new Option<FileInfo?>("--manifest")
        {
            Description = "For a model, how it is fed and what it answers; version, created and sha256 are filled in. A booster needs one "
                + "only for a name of its own or where its pixels were not bytes (input.scale, input.offset): without it, it is the next "
                + $"{BoosterImport.OverFeatures} if it was trained on stroke features, and {BoosterImport.OverPixels} if on 784 pixels.",
        };
        var command = new Command(
            "import",
            "Check a model that was trained elsewhere, publish it and put it into service; or take in exported observations. "
            + "Takes settings as serve does.")
        {
            file, manifest,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(manifest), GameOptions.ReadFor(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, FileInfo? manifest, GameOptions options, CancellationToken cancellation)
    {
        using var use = DataFolderLock.Share(options.Folders.Data);
        try
        {
            switch (file.Extension.ToLowerInvariant())
            {
                case ".onnx":
                    var needed = manifest
                        ?? throw new InvalidDataException("A model needs a --manifest, which says how it is fed and what it answers.");
                    var model = await OnnxImport.ReadAsync(file.FullName, needed.FullName, cancellation);
                    return await PublishAsync(model, file, options, cancellation);
                case ".json" or ".ubj":
                    var booster = await BoosterImport.ReadAsync(
                        file.FullName, manifest?.FullName, new CheckProcess(CheckLimits.Default), cancellation);
                    return await PublishAsync(booster, file, options, cancellation);
                case ".jsonl":
                case ".gz" when file.Name.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase):
                    if (manifest is not null)
                        throw new InvalidDataException("Observations have no manifest.");
                    await using (var stores = ObservationsFeature.Open(options.Store))
                    {
                        var store = stores.GetRequiredService<IObservationStore>();
                        return Report(await ObservationImport.RunAsync(file.FullName, store, cancellation));
                    }

                default:
                    throw new InvalidDataException($"{file.Name} is nothing that can be imported: {Kinds}.");
            }
        }
        catch (InvalidModelException e)
        {
            throw new InvalidDataException($"Refused: {e.Message}", e);
        }
    }

    private static async Task<int> PublishAsync(ModelPackage package, FileInfo file, GameOptions options, CancellationToken cancellation)
    {
        // Here already, so that what can be told by looking costs no process.
        OnnxInspection.Check(package.Manifest, package.Model);
        await new CheckProcess(CheckLimits.Default).RunAsync(package, cancellation);
        var library = ModelsFeature.OpenLibrary(options.Registry, TimeProvider.System);
        var published = await library.PublishAsync(package, cancellation);
        var key = new ModelKey(published.Algorithm, published.Version);
        var activation = await library.ActivateAsync(key, "import", $"imported from {file.Name}", cancellation);
        Console.WriteLine($"{key} is published and in service. A running game shows it within seconds.");
        if (activation.From is { } before)
        {
            Console.WriteLine($"It plays in the place of version {before}, which the host can bring back on the page Models. "
                + "For a contestant beside it, give the manifest another \"algorithm\".");
        }

        return 0;
    }

    /// <summary>Prints what was imported.</summary>
    /// <returns>The exit code: 0 where every observation of the file is in the store now, else 1.</returns>
    private static int Report(ImportedObservations imported)
    {
        Console.WriteLine($"{imported.Stored:N0} observations stored, {imported.AlreadyStored:N0} were there already; "
            + $"{imported.LabelsSet:N0} labels set.");
        if (imported.Erased > 0)
            Console.WriteLine($"{imported.Erased:N0} were left out: their players have had them deleted, or they are too old to be kept.");
        if (imported.Conflicts.Count == 0)
            return 0;
        var lines = string.Join(", ", imported.Conflicts);
        Console.Error.WriteLine($"{imported.Conflicts.Count:N0} were left out, because another observation has their id: line {lines}.");
        return 1;
    }
}
