using System.Text.Json.Nodes;

namespace GameNight.BrowserTests.Harness;

/// <summary>Adds a version 2 of the CNN to a game's registry, with the same model as the version that ships.</summary>
public static class SecondVersion
{
    public static void AddTo(GameProcess game)
    {
        var shipped = Path.Combine(GameBuild.Models, "mnist-cnn", "1");
        var own = Directory.CreateDirectory(Path.Combine(game.DataFolder, "models", "mnist-cnn", "2")).FullName;
        File.Copy(Path.Combine(shipped, "model.onnx"), Path.Combine(own, "model.onnx"));
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(shipped, "manifest.json")))!;
        manifest["version"] = "2";
        File.WriteAllText(Path.Combine(own, "manifest.json"), manifest.ToJsonString());
    }
}
