using GameNight.ModelAdmin.Import;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Native.OnnxRuntime;
using GameNight.Tests.Models;
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
        Assert.Equal("The model needs more than 2 s to guess 25 drawings.", refused.Message);
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new CheckProcess(CheckLimits.Default).RunAsync(ModelPackageBuilder.Slow("guest", 3), cancellation.Token));
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
