using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.ModelAdmin.Versions;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Models;
using GameNight.Tests.Play;

namespace GameNight.Tests.ModelAdmin.Versions;

public sealed class TryDialogTests() : PlayPageContext(("mnist-cnn", 3), (Contestants.Personal, 8))
{
    [Fact]
    public async Task Try_AComposedVersion_HearsWhomItWouldHearInService()
    {
        var dialog = await TryCommitteeAsync();
        await DrawAsync(dialog);
        dialog.WaitForAssertion(() => Assert.Equal("3 >99 %", Tried(dialog)));
    }

    [Fact]
    public async Task Try_AGuessAfterOneThatFailed_TakesTheTroubleAway()
    {
        await Fixture.DismissAsync("mnist-cnn");
        var dialog = await TryCommitteeAsync();
        await DrawAsync(dialog);
        dialog.WaitForAssertion(() => Assert.Equal(
            "This version couldn’t guess. No other algorithm has guessed.", dialog.Find("[role=alert]").TextContent));
        await Fixture.PlayAsync("mnist-mlp", 8);
        await DrawAsync(dialog);
        dialog.WaitForAssertion(() => Assert.Equal("8 >99 %", Tried(dialog)));
        Assert.Empty(dialog.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Try_RegistryFails_LogsWhatFailed()
    {
        using var log = Services.AddLogRecorder();
        await Fixture.Library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        // A folder where a file should be is not to be read, whoever runs the test.
        var model = Path.Combine(Fixture.DataFolder, "own", "mnist-cnn", "2", "model.onnx");
        File.Delete(model);
        Directory.CreateDirectory(model);
        var dialog = Show(new ModelKey("mnist-cnn", "2"));
        Assert.Contains("doesn’t answer", dialog.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            "Error: The model registry could not be read for a trial", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<TryDialog>> TryCommitteeAsync()
    {
        var manifest = await Fixture.Library.PublishAsync(ModelPackageBuilder.Committee(), default);
        return Show(new ModelKey("committee", manifest.Version));
    }

    private IRenderedComponent<TryDialog> Show(ModelKey version) =>
        Render<TryDialog>(dialog => dialog.Add(dialog => dialog.Version, version));

    private static Task DrawAsync(IRenderedComponent<TryDialog> dialog) => dialog.InvokeAsync(
        () => dialog.FindComponent<DrawingPad>().Instance.InkDrawn([[[10, 10, 0], [60, 10, 120], [30, 90, 400]]], [InputKind.Mouse]));

    private static string Tried(IRenderedComponent<TryDialog> dialog) => dialog.Find(".trial dd").TextContent;
}
