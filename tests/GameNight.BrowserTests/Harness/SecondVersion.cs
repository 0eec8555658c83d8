using System.Text.Json.Nodes;

namespace GameNight.BrowserTests.Harness;

/// <summary>Adds versions to a game's registry, with the same model as the version that ships.</summary>
public static class SecondVersion
{
    public static void AddTo(GameProcess game, string algorithm = "mnist-cnn", int version = 2)
    {
        var shipped = Path.Combine(GameBuild.Models, algorithm, "1");
        var own = Directory.CreateDirectory(Path.Combine(game.DataFolder, "models", algorithm, $"{version}")).FullName;
        File.Copy(Path.Combine(shipped, "model.onnx"), Path.Combine(own, "model.onnx"));
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(shipped, "manifest.json")))!;
        manifest["version"] = $"{version}";
        File.WriteAllText(Path.Combine(own, "manifest.json"), manifest.ToJsonString());
    }
}
