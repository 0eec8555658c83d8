using System.CommandLine;
using GameNight.ModelAdmin.Import;
using GameNight.Models;

namespace GameNight.Commands;

/// <summary>
/// <c>check-model</c>: what <c>import</c> starts to try a model, or have XGBoost read a booster, apart from everything else. Not for
/// people.
/// </summary>
public static class CheckModelCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "With a model and its manifest, or with a booster." };
        var command = new Command(CheckProcess.Verb, "Try a model, with the limits of this process.") { folder };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(folder).FullName, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(folder, RewrittenBooster.SourceFile)))
        {
            RewrittenBooster.Write(folder);
            return 0;
        }

        var manifest = await File.ReadAllBytesAsync(Path.Combine(folder, ModelManifest.FileName), cancellation);
        var model = await File.ReadAllBytesAsync(Path.Combine(folder, ModelPackage.ModelFile), cancellation);
        ModelCheck.Run(new ModelPackage(ModelManifest.Parse(manifest), model));
        return 0;
    }
}
