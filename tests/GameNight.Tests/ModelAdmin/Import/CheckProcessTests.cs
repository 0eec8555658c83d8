using GameNight.Configuration;
using GameNight.ModelAdmin.Import;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Native.OnnxRuntime;
using GameNight.Native.XGBoost;
using GameNight.Tests.Models;
using GameNight.Tests.Native;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.ModelAdmin.Import;

/// <summary>A model is tried in a process that may fail, be slow and eat memory, while the one that imports goes on.</summary>
public sealed class CheckProcessTests
{
    private static readonly CheckLimits Short = CheckLimits.Default with { Time = TimeSpan.FromSeconds(2) };

    [Fact]
    public Task Run_AGoodModel_Passes() => RunAsync(ModelPackageBuilder.Always("guest", 3), CheckLimits.Default);

    [Fact]
    public async Task Run_AModelWithoutProbabilities_IsRefusedWithTheReason()
    {
        var refused = await RefusedAsync(ModelPackageBuilder.NotANumber("guest"), CheckLimits.Default);
        Assert.StartsWith("guest version 1 answers NaN", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AFewBytesThatBecomeGigabytes_IsRefusedAndLeavesThisProcessAlone()
    {
        var bomb = Bomb(doublings: 21);
        // What nobody sees by looking at the file.
        OnnxInspection.Check(bomb.Manifest, bomb.Model);
        var refused = await RefusedAsync(bomb, CheckLimits.Default);
        Assert.Contains("memory", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Run_AModelThatTakesLong_IsEnded()
    {
        var refused = await RefusedAsync(ModelPackageBuilder.Slow("guest", 3), Short);
        Assert.Equal("The model needs more than 2 s to guess a few drawings.", refused.Message);
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new CheckProcess(CheckLimits.Default).RunAsync(ModelPackageBuilder.Slow("guest", 3), cancellation.Token));
    }

    [Fact]
    public void Pictures_BesidesTheSameOnes_HaveSomeThatNobodyKnowsBefore()
    {
        var (first, second) = (ModelCheck.Pictures(), ModelCheck.Pictures());
        var known = first.Intersect(second).ToList();
        Assert.Contains(known, picture => picture.Pixels.ToArray().All(pixel => pixel == 0));
        Assert.Contains(known, picture => picture.Pixels.ToArray().All(pixel => pixel == byte.MaxValue));
        Assert.Equal((32, 20), (known.Count, second.Except(known).Count()));
    }

    [XgbFact]
    public async Task Rewrite_ABooster_IsTheSameInBothFormats()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        var rewritten = await new CheckProcess(CheckLimits.Default).RewriteAsync(booster.Save(BoosterFormat.Json), default);
        Assert.Equal(booster.Save(BoosterFormat.Ubj), rewritten.Ubj);
        Assert.Equal(booster.Save(BoosterFormat.Json), rewritten.Json);
    }

    [XgbFact]
    public async Task Rewrite_WhatNeedsTooMuch_EndsInTheOtherProcess()
    {
        // The memory of a process that has only just begun is beyond this.
        var process = new CheckProcess(CheckLimits.Default with { Memory = 1 << 20 });
        await Assert.ThrowsAsync<InvalidModelException>(() => process.RewriteAsync("{}"u8.ToArray(), default));
    }

    [XgbFact]
    public async Task Rewrite_WhatIsNoBooster_IsRefusedWithTheReason()
    {
        var refused = await Assert.ThrowsAsync<InvalidModelException>(
            () => new CheckProcess(CheckLimits.Default).RewriteAsync("nonsense"u8.ToArray(), default));
        Assert.Equal("The bytes are not a booster in XGBoost's JSON or UBJ format.", refused.Message);
    }

    [Fact]
    public void Source_ReadsStrangersBoostersOnlyInTheOtherProcess()
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(GameFolders.Default.Models))!;
        var import = Path.Combine(root, "src", "GameNight", "ModelAdmin");
        var loading = Directory.EnumerateFiles(import, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Booster.Load(", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.Equal(["RewrittenBooster.cs"], loading);
    }

    /// <summary>Concatenates the image with itself, again and again.</summary>
    private static ModelPackage Bomb(int doublings) => ModelPackageBuilder.Always("guest", 3) with
    {
        Model = Of(
            Node("Identity", ["image"], ["twice0"]),
            [.. Enumerable.Range(0, doublings).SelectMany(i =>
                Node("Concat", [$"twice{i}", $"twice{i}"], [$"twice{i + 1}"], Attribute("axis", 1)))],
            Node("ReduceMean", [$"twice{doublings}"], ["mean"], Attribute("keepdims", 1)),
            Constant("W", [1, 10], new float[10]),
            Node("MatMul", ["mean", "W"], ["scores"]),
            Input("image", OrtElementType.Float, "batch", 784),
            Output("scores", OrtElementType.Float, "batch", 10)),
    };

    private static Task RunAsync(ModelPackage package, CheckLimits limits) => new CheckProcess(limits).RunAsync(package, default);

    private static Task<InvalidModelException> RefusedAsync(ModelPackage package, CheckLimits limits) =>
        Assert.ThrowsAsync<InvalidModelException>(() => RunAsync(package, limits));
}
