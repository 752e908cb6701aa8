# For Homebrew, on macOS and Linux: put it into a tap of yours, or `brew install --formula ./pressroom.rb`.
class Pressroom < Formula
  desc "Archive of PR/FAQs as a checked, searchable static site"
  homepage "@home@"
  url "@url@"
  version "@version@"
  sha256 "@sha256@"
  license "Apache-2.0"

  depends_on "openjdk@25"

  def install
    rm "pressroom.cmd"
    man1.install Dir["share/man/man1/*.1"]
    bash_completion.install "share/completions/pressroom.bash" => "pressroom"
    zsh_completion.install "share/completions/_pressroom"
    fish_completion.install "share/completions/pressroom.fish"
    libexec.install Dir["*"] - ["share"]
    (bin/"pressroom").write_env_script libexec/"pressroom", JAVA_HOME: Language::Java.overridable_java_home_env("25")[:JAVA_HOME]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/pressroom --version")
    system bin/"pressroom", "demo", testpath/"sample"
    system bin/"pressroom", "check", testpath/"sample"
  end
end
